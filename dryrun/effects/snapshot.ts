import type { Reach } from './reach';

/** Bytes of one file that are looked at. */
export const MOST_OF_A_FILE = 262_144;

/** One thing in a snapshot. */
export type Found =
  | {
      readonly kind: 'file';
      readonly mode: number;
      /** Its first MOST_OF_A_FILE bytes. */
      readonly content: Buffer;
      /** Time of the last change of its content, in ms. */
      readonly changed: number;
    }
  /** `opaque`: what the machine had in it does not show through. */
  | { readonly kind: 'folder'; readonly mode: number; readonly opaque: boolean }
  | { readonly kind: 'link'; readonly target: string }
  /** Deleted. */
  | { readonly kind: 'gone' }
  /** A pipe, a socket. */
  | { readonly kind: 'other'; readonly mode: number };

/** How a stand-in was called. */
export interface Call {
  readonly kind: 'acts' | 'asks' | 'reaches out' | 'logs';
  readonly words: readonly string[];
  /** For one that reaches out: what it would have handed to whom. */
  readonly reach?: Reach;
}

/** What a script has changed up to a moment, by path as the script sees it. Unchanged things are not in it. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, Found>;
  /** Calls of stand-ins, in order. */
  readonly calls: readonly Call[];
  /** What programs that have no stand-in have sent out, in the order in which they began. */
  readonly caught: readonly Reach[];
  /** What the machine lacks and the sandbox lent, as far as the script used it: `requests (Python)`. */
  readonly lent: readonly string[];
  /** Firewall rules and routes, one a line. */
  readonly firewall: readonly string[];
  /** Those of them that are really in force; the others were only written down by stand-ins. */
  readonly inForce: readonly string[];
  /** What else the script tried to reach, and how often: `tcp 203.0.113.9:443`, `dns api.example.com`. */
  readonly attempts: ReadonlyMap<string, number>;
  /** Command lines of processes that the script started and that still run. */
  readonly processes: readonly string[];
  /** False if there was more than could be looked at. */
  readonly whole: boolean;
}

export const unchanged: Snapshot = {
  files: new Map(),
  calls: [],
  caught: [],
  lent: [],
  firewall: [],
  inForce: [],
  attempts: new Map(),
  processes: [],
  whole: true,
};
