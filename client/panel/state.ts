/** How a word is meant, besides its colour: the web side draws an icon of its own for each. */
export type Tone = 'good' | 'bad' | 'warn' | 'open' | 'plain';

/** A short phrase in a pill: the verdict, the sandbox. `hint` says more in a sentence. */
export interface Badge {
  readonly tone: Tone;
  readonly text: string;
  readonly hint?: string;
}

/** What is being tried: the panel's first two lines. All of it is text for people. */
export interface Subject {
  /** Base name of the script. */
  readonly script: string;
  /** `stateful · 600 s`. */
  readonly facts: string;
  /** `Rule 5712 · SSH brute force · 203.0.113.7`. */
  readonly alert: string;
  /** The scenarios that can be chosen, and the name of the one at hand. */
  readonly scenarios: readonly ScenarioChoice[];
  readonly scenario: string;
}

/** One row of the sequence picture, from top to bottom. `at` is the simulated clock: `0.038 s`. */
export type Row =
  | {
      readonly kind: 'message';
      readonly at: string;
      readonly from: 'execd' | 'script';
      readonly label: string;
      /** The whole line, indented where it is JSON. */
      readonly raw: string;
      readonly tone: Tone;
    }
  /** The end of a start of the script. It has its place, and its height, before it is known what it says. */
  | {
      readonly kind: 'end';
      readonly at: string;
      /** What the script changed; undefined where the changes are told at an earlier start, empty while unknown. */
      readonly did: string | undefined;
      /** `exit 0 after 66 ms`; empty while unknown. */
      readonly exit: string;
      readonly tone: Tone;
    }
  /** What the dry run did here that execd would not have done. */
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'gap'; readonly text: string }
  /** The run waits for the user before its next act; `next` and `toEnd` are the words of the buttons. */
  | { readonly kind: 'held'; readonly text: string; readonly next: string; readonly toEnd: string };

/** What the verdict is made of. All of it is text for people. */
export interface Judged {
  /** `Expected: it blocks the address (as seen in the plain run).` */
  readonly expected: string;
  /** What was seen; where nothing was, why, and what to do. Empty where the findings say it. */
  readonly why: string;
  /** Whether another alert may show more. */
  readonly open: boolean;
}

/** One thing that is wrong with the script. */
export interface FindingRow {
  readonly code: string;
  /** The first sentence of the message, and the rest of it. */
  readonly title: string;
  readonly rest: string;
  readonly evidence: string;
  /** `Seen in a run`. */
  readonly seen: string;
  /** The link to the place in the script; undefined where no place is known. `line` is zero-based. */
  readonly place: { readonly line: number; readonly text: string } | undefined;
  /** Title of the quick fix that the editor has for it; undefined without one. */
  readonly fix: string | undefined;
}

/** Whether the attacker got through, before, between and after: the proof of a response that blocks an address. */
export type ProofPicture =
  | { readonly kind: 'tried'; readonly probes: readonly ProbePicture[]; readonly about: string }
  /** Nothing could be tried: `about` says why. */
  | { readonly kind: 'none'; readonly about: string };

/** One attempt of the attacker. */
export interface ProbePicture {
  /** `before`, `after add`. */
  readonly when: string;
  /** Whether it reached the host, with the tone of what it should have done. */
  readonly outcome: Badge;
}

/** One way of running the script, for the list of them. */
export interface ScenarioChoice {
  /** Empty for the usual run. */
  readonly name: string;
  readonly label: string;
  /** What it tries, in a sentence. */
  readonly summary: string;
}

/** One change that the run made. */
export interface EffectRow {
  /** `+`, `~`, `−`, …: drawn, not read aloud. */
  readonly symbol: string;
  /** `file created`. */
  readonly kind: string;
  readonly what: string;
  /** `0644 → 0755`; empty where the permissions stayed. */
  readonly mode: string;
  readonly diff: string | undefined;
  /** Whether it was taken back; undefined where the question does not arise. */
  readonly outcome: Badge | undefined;
}

/** The changes of one step. */
export interface EffectGroup {
  readonly heading: string;
  readonly rows: readonly EffectRow[];
}

/** All that the panel shows. The web side only draws it: every word is chosen, and translated, on the host side. */
export type PanelState =
  | {
      readonly kind: 'running';
      readonly subject: Subject;
      readonly verdict: Badge;
      readonly conversation: readonly Row[];
    }
  | {
      readonly kind: 'finished';
      readonly subject: Subject;
      readonly verdict: Badge;
      readonly sandbox: Badge;
      readonly conversation: readonly Row[];
      readonly judged: Judged;
      readonly findings: readonly FindingRow[];
      /** Said where there is no finding. */
      readonly noFindings: string;
      readonly proof: ProofPicture;
      /** Whether delete took everything back, where it had to. */
      readonly reverted: Badge | undefined;
      readonly effects: readonly EffectGroup[];
      /** Said where changes are missing from the list; else empty. */
      readonly incomplete: string;
      readonly log: readonly string[];
      /** What the script wrote to its standard error. */
      readonly errors: string;
      /** Real time that the run took: `0.4 s`. */
      readonly took: string;
    }
  | {
      /** Cancelled, or it could not be run at all. */
      readonly kind: 'stopped';
      readonly subject: Subject;
      readonly verdict: Badge;
      readonly reason: string;
      readonly conversation: readonly Row[];
    };
