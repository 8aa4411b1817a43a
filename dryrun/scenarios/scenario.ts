import type { Alert } from '../../wazuh/alert';
import type { WazuhVersion } from '../../wazuh/versions';
import type { Trial } from '../findings/finding';
import type { Judgement } from '../verdict';

export type ScenarioName =
  | 'add'
  | 'add-delete'
  | 'enable-disable'
  | 'abort'
  | 'two-targets'
  | 'repeated-offender'
  | 'delete-without-add'
  | 'delete-twice'
  | 'missing-target'
  | 'ipv6-target'
  | 'allow-listed-target'
  | 'hostile-values'
  | 'backslashes'
  | 'malformed-json'
  | 'empty-line'
  | 'big-alert'
  | 'stdin-held-open'
  | 'tool-missing'
  | 'no-log-folder'
  | 'network-silent'
  | 'network-refuses'
  | 'concurrent';

/** Which target an alert is about: the one that was given, or another of the same rule. */
export type About = 'the target' | 'another target';

/** An alert that reaches execd. */
export interface AlertAct {
  readonly kind: 'alert';
  readonly about: About;
  /** What is different in it from the alert that was given. */
  readonly change?: (alert: Alert) => Alert;
}

/** One thing that happens to a running execd. */
export type Act =
  | AlertAct
  /** Two starts at the same time: both are asked before either is answered. */
  | { readonly kind: 'alerts at once'; readonly alerts: readonly AlertAct[] }
  /** The clock is moved until everything that is pending is due. */
  | { readonly kind: 'wait' }
  /** `delete` for something that is not pending: execd had promised it, and then the host was restarted. */
  | { readonly kind: 'delete'; readonly about: About }
  /** A line that is no message of execd's, as when the script is run by hand. Its newline is added. */
  | { readonly kind: 'line'; readonly line: string };

/** What is known of a script before it runs. */
export interface Occasion {
  readonly text: string;
  /** Commands that the script uses and that not every host has. */
  readonly tools: readonly string[];
  /** Base name. */
  readonly fileName: string;
  readonly alert: Alert;
  /** Seconds; 0 for a response that is not undone. */
  readonly timeout: number;
  readonly version: WazuhVersion;
}

/** How the host differs from the usual one. */
export interface Setting {
  /** Commands that are not there. */
  readonly hidden?: readonly string[];
  /** Whether the folder of logs is missing. */
  readonly withoutLogs?: boolean;
  /** Minutes of `<repeated_offenders>`. */
  readonly offenders?: readonly number[];
  /** What puts entries of others on the host, before anything runs: lines of sh. */
  readonly foreign?: readonly string[];
  /** Whether nobody answers whom the script calls. */
  readonly silent?: boolean;
  /** Whether whom the script calls over HTTP answers with an error. */
  readonly refuses?: boolean;
}

/** One way of running a script, and what must hold. */
export interface Scenario {
  readonly name: ScenarioName | 'probe';
  readonly acts: readonly Act[];
  /** The hosts that it is played on, one after the other; the usual one where there is none. */
  readonly settings?: (occasion: Occasion) => readonly Setting[];
}

/** A scenario with a verdict. */
export interface JudgedScenario extends Scenario {
  readonly name: ScenarioName;
  /** What it tries, in one localised line. */
  summary(): string;
  /** Whether it can say anything about a script. */
  applies(occasion: Occasion): boolean;
  /** Codes of the findings that make it fail, besides those that make every scenario fail. */
  readonly looksFor: readonly string[];
  /** Whether it is run in a sandbox alone: what it tries would do harm on the machine itself. */
  readonly harmful?: true;
  /**
   * What was seen, where nothing is wrong and a plain start does what the script is there for. It passes only for what was
   * observed.
   */
  shown(trial: Trial): Judgement;
}

/** Codes of the findings that make every scenario fail: whatever it is about, it comes to nothing then. */
export const everyScenarioFails: readonly string[] = [
  'syntax-error',
  'reads-to-eof',
  'keys-in-buffer',
  'slow',
];

export const alert: AlertAct = { kind: 'alert', about: 'the target' };
export const other: AlertAct = { kind: 'alert', about: 'another target' };
export const wait: Act = { kind: 'wait' };
