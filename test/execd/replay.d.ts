import type { Logged, Recording, Start } from './recording';
/** What our execd did with the messages of a recording. */
export interface Replayed {
  readonly log: readonly Logged[];
  /** `read` is all that was sent: a script may have ended before it read that. */
  readonly starts: readonly Omit<Start, 'wrote' | 'exit'>[];
}
/** Gives our execd the messages of a recording, with scripts that write and end as the recorded ones did. */
export declare function replay(recording: Recording): Promise<Replayed>;
