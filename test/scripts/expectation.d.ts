import type { Limits, ScenarioName } from '../../dryrun';
/** A script of the corpus, the occasion on which it is tried, and what must be found: facts of Wazuh 4.14, not of our tool. */
export interface Expectation {
  /** Relative to this folder. */
  readonly script: string;
  /** Name of the sample alert. */
  readonly sample: string;
  /** Seconds; 0 where none is given: a response that is not undone. */
  readonly timeout?: number;
  /** The system that it is for; Linux where none is given. One for Windows is read, and not run: its runs show nothing. */
  readonly system?: 'windows';
  /** Codes that the text shows. */
  readonly text?: readonly string[];
  /** Codes that its runs show. */
  readonly run?: readonly string[];
  /** Codes that the text or a run must show, whichever. */
  readonly either?: readonly string[];
  /** Codes that count neither way: what stops such a script first is up to the kernel. */
  readonly perhaps?: readonly string[];
  /** Why each code is expected, or counts neither way. */
  readonly why?: Readonly<Record<string, string>>;
  /** Scenarios that it is tried in besides the usual dry run: those in which its fault shows. */
  readonly scenarios?: readonly ScenarioName[] | 'all';
  readonly limits?: Partial<Limits>;
  /** What its log must say, which shows that it was let loose. */
  readonly says?: RegExp;
}
