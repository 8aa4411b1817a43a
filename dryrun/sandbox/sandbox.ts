import type { Readable, Writable } from 'node:stream';
import type { Snapshot } from '../effects/snapshot';
import type { Original } from './original';
import type { Waiting } from './waiting';

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A script that was started the way execd starts it. */
export interface Running {
  /** Its stdin: on Linux a real pipe, as execd gives it. */
  readonly input: Writable;
  /** Its stdout; undefined for `delete`, where execd throws it away. */
  readonly output: Readable | undefined;
  /** Its stderr, which execd throws away: kept to show why a script failed. */
  readonly errors: Readable;
  readonly exited: Promise<Exit>;
  /** The process that was started, by its number on this machine; undefined if that failed. */
  readonly pid: number | undefined;
  /** Whether it is blocked in reading its stdin; undefined where that cannot be told. */
  waitsForInput(): boolean | undefined;
  /** Whether it, or what it started, has set itself a time limit. */
  limitsItself(): boolean;
  /** Whether it waits for anything, see waiting; undefined where that cannot be told. */
  waits(most: number): Waiting | undefined;
  /** Once it has ended: how many bytes it has left in its stdin; undefined where that cannot be told. */
  unread(): number | undefined;
  /** Ends it and everything in its process group. */
  kill(): void;
}

/** The attacker that the alert names, at the other end of the sandbox's network. */
export type Attack =
  | {
      readonly kind: 'possible';
      readonly address: string;
      /** The TCP port that such an attacker tries. */
      readonly port: number;
      /** Whether the alert says so; else a rule that is about another port is tried there. */
      readonly isSaid: boolean;
      /** Tries once whether a connection from the address gets through to a port of the host. */
      reaches(port: number): Promise<boolean>;
    }
  /** A localised sentence says why nobody can attack. */
  | { readonly kind: 'none'; readonly reason: string };

/** Where scripts run. It keeps its state from one start to the next, until it is closed. */
export interface Sandbox {
  readonly kind: 'overlay' | 'none';
  readonly original: Original;
  readonly attack: Attack;
  /** What is there before a script ran: its processes, rules. */
  readonly atStart: Snapshot;
  /**
   * Starts a program of active-response/bin with Wazuh's home as its working directory.
   * @param program relative to Wazuh's home, which is also its argv[0]
   * @param heard whether execd listens to its stdout
   */
  start(program: string, heard: boolean): Running;
  /** Everything that was changed so far. */
  look(): Promise<Snapshot>;
  /** Ends whatever still runs and takes everything away. May be called twice. */
  close(): Promise<void>;
}

/** No sandbox is to be had here. */
export class SandboxRefused extends Error {
  override readonly name = 'SandboxRefused';
  /**
   * @param reason what the system said
   * @param wayOut what the user can do about it
   */
  constructor(
    readonly reason: string,
    readonly wayOut: string,
  ) {
    super(`${reason} ${wayOut}`);
  }
}
