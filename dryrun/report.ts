import type { Finding } from '../script-checks';
import type { Expectation, Expected } from './expectation/expected';
import type { Verdict } from './verdict';

export type { Finding };

/** One line of the conversation. */
export interface TranscriptLine {
  /** ms of the simulated clock since the run began. */
  readonly at: number;
  readonly from: 'execd' | 'script';
  /** As it was written, without its newline. */
  readonly line: string;
  /** What the dry run did at this point that execd would not have done, in words. */
  readonly note?: string;
}

export type Step = 'add' | 'delete';

/** One change that a run made. */
export interface Effect {
  readonly step: Step;
  readonly kind:
    | 'created'
    | 'changed'
    | 'deleted'
    | 'command'
    | 'firewall'
    | 'account'
    | 'process'
    /**
     * What was handed to another machine, which only plays along in the sandbox: `POST https://hooks.slack.com/…: {…}`; or an
     * attempt that was refused: `tcp 203.0.113.9:4711`, `dns api.example.com`.
     */
    | 'network';
  /** A path, a rule, a command line, an account: what a person would look for. */
  readonly what: string;
  /** For a text file: the change as a unified diff. */
  readonly diff?: string;
  /** Permissions in octal, where they changed. */
  readonly mode?: { readonly from: string; readonly to: string };
  /** For firewall, account and process: whether it came or went. */
  readonly change?: 'added' | 'removed';
}

/** Whether a connection from the attacker's address got through to the host. */
export interface Probe {
  readonly when: 'before add' | 'after add' | 'after delete';
  /** The TCP port that was tried. */
  readonly port: number;
  readonly reached: boolean;
}

/** Whether the response blocks the address that the alert names, tried in the sandbox's own network. */
export type Proof =
  | { readonly kind: 'tried'; readonly address: string; readonly probes: readonly Probe[] }
  /** Nothing could be tried: a localised sentence says why. */
  | { readonly kind: 'none'; readonly reason: string };

/** One start of the script. */
export interface StepReport {
  readonly step: Step;
  /** ms of the simulated clock since the run began. */
  readonly at: number;
  /** What execd answered; null for delete, and for a script that printed nothing. */
  readonly answer: 'continue' | 'abort' | null;
  readonly exit: { readonly code: number | null; readonly signal: string | null };
  /** Real time. */
  readonly ms: number;
  /** What the script wrote to stderr, which execd throws away. */
  readonly stderr: string;
}

export interface Report {
  /** Absolute path. */
  readonly script: string;
  readonly scenario: string;
  /** `not run`: it is for another system, and was judged by its text alone. */
  readonly sandbox: 'overlay' | 'none' | 'not run';
  readonly verdict: Verdict;
  /** What the script should do; null where nobody says it and neither the run nor the text shows it. */
  readonly expected: Expected | null;
  /** Who says so; null where nobody does. */
  readonly expectedFrom: Expectation['from'] | null;
  /** Why this is the verdict, in one localised sentence or two; where nothing is shown, also what to do. */
  readonly why: string;
  readonly transcript: readonly TranscriptLine[];
  readonly effects: readonly Effect[];
  /** Whether delete took back what add did; null where there was nothing to take back or no delete. */
  readonly reverted: boolean | null;
  readonly proof: Proof;
  readonly findings: readonly Finding[];
  /** Lines that the script added to active-responses.log. */
  readonly log: readonly string[];
  /** How the first start ended. */
  readonly exit: { readonly code: number | null; readonly signal: string | null };
  readonly steps: readonly StepReport[];
  /** What this machine has not and the sandbox lent the script, as far as it was used: `requests (Python)`. */
  readonly lent: readonly string[];
  /** False if the script wrote, said or did more than the dry run looks at or tells: the rest is missing here. */
  readonly whole: boolean;
  /** Real time in ms that the whole run took, its probes included. */
  readonly ms: number;
}
