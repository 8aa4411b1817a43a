import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One thing that execd wrote to its log, as far as it tells what became of a message. */
export type Logged =
  /** A script is started with this line. */
  | { readonly at: number; readonly runs: string }
  /** A response is put on the list of what to undo, for so many seconds. */
  | { readonly at: number; readonly promises: string; readonly in: number }
  /** The same keys are pending already: their time begins anew. */
  | { readonly at: number; readonly renews: true }
  /** A repeated offender gets so many seconds. */
  | { readonly at: number; readonly offender: number }
  /** The script ended without a line. */
  | { readonly at: number; readonly unheard: true }
  /** A response is undone with this line: at its end, after so many seconds, or by the shutdown. */
  | { readonly at: number; readonly undoes: string; readonly after?: number }
  /** A message is refused; the number of Wazuh's own message. */
  | { readonly at: number; readonly refused: string };

/** One start of a script. */
export interface Start {
  /** argv[0] */
  readonly program: string;
  readonly at: number;
  /** All that it read from stdin. */
  readonly read: string;
  /** Whether it has seen the end of its stdin. */
  readonly ended: boolean;
  /** All that it wrote to stdout. */
  readonly wrote: string;
  readonly exit: number;
}

/**
 * What the real wazuh-execd 4.14.7 did with a few messages, byte by byte. Times are ms since the recording began; the
 * scripts were probes that wrote down what they read.
 */
export interface Recording {
  readonly id: string;
  readonly title: string;
  /** Lines of ar.conf. */
  readonly arConf: readonly string[];
  /** Executables of ar.conf that were not there. */
  readonly absent: readonly string[];
  /** The text of `<repeated_offenders>`. */
  readonly offenders: string;
  readonly queue: readonly { readonly at: number; readonly message: string }[];
  /** When execd was told to stop. */
  readonly stop: number;
  readonly log: readonly Logged[];
  readonly starts: readonly Start[];
}

/** Every recording, in order. */
export function recordings(): readonly Recording[] {
  const text = readFileSync(path.join(import.meta.dirname, 'cases.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => recording(unpacked(JSON.parse(line)) as Stored));
}

/** A recording as it is stored: what is empty mostly is left out. */
type Stored = Omit<Recording, 'absent' | 'offenders'> & Partial<Pick<Recording, 'absent' | 'offenders'>>;

function recording({ absent = [], offenders = '', ...stored }: Stored): Recording {
  return { ...stored, absent, offenders };
}

/** A list of strings stays one: a packed text has a run in it. */
function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isRun) ? value.map(textOf).join('') : value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, unpacked(child)]));
}

/** A character, and how often it stands there. */
function isRun(part: unknown): part is readonly [string, number] {
  return Array.isArray(part) && typeof part[0] === 'string' && typeof part[1] === 'number';
}

function textOf(part: unknown): string {
  return isRun(part) ? part[0].repeat(part[1]) : String(part);
}
