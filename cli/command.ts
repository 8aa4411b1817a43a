import type { ExitStatus, Io } from './io';

/** One word behind `wazuh-ar`. */
export interface Command {
  readonly name: string;
  /** What it does, in a line of the general help. */
  readonly summary: string;
  /** The whole help: what it takes, what it does, an example. */
  help(): string;
  /**
   * Runs it with what stands behind its name.
   * @throws Trouble if it cannot run
   */
  run(args: readonly string[], io: Io): Promise<ExitStatus>;
}
