import type { Finding } from '../script-checks';

export type { Finding };

/** One line of the conversation. `at` is ms of the simulated clock since the run began. */
export interface TranscriptLine {
  readonly at: number;
  readonly from: 'execd' | 'script';
  readonly line: string;
}

export type Step = 'add' | 'delete';

/** One change that a run made. */
export interface Effect {
  readonly step: Step;
  readonly kind: 'created' | 'changed' | 'deleted' | 'command' | 'firewall' | 'account' | 'process';
  /** A path, a rule, a command line, an account: what a person would look for. */
  readonly what: string;
  /** For a text file: the change as a unified diff. */
  readonly diff?: string;
}

export interface Report {
  /** Absolute path. */
  readonly script: string;
  readonly scenario: string;
  readonly sandbox: 'overlay' | 'none';
  readonly verdict: 'passed' | 'failed';
  readonly transcript: readonly TranscriptLine[];
  readonly effects: readonly Effect[];
  /** Whether delete took back what add did; null where there was nothing to take back or no delete. */
  readonly reverted: boolean | null;
  readonly findings: readonly Finding[];
  /** Lines that the script added to active-responses.log. */
  readonly log: readonly string[];
  readonly exit: { readonly code: number | null; readonly signal: string | null };
  /** Real time that the whole run took. */
  readonly ms: number;
}
