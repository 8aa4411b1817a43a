/** Bounds of a run. */
export interface Limits {
  /** Real time in ms that the script may take for one message. execd itself waits for ever. */
  readonly step: number;
  /** Real time in ms from which a script counts as slow: everything else waits for it. */
  readonly slow: number;
  /** Processes at a time. */
  readonly processes: number;
  /** Megabytes of memory, of one process and of all together. */
  readonly memory: number;
  /** Megabytes of everything that the script writes. */
  readonly disk: number;
  /** Bytes of stdout and of stderr that are kept. */
  readonly output: number;
}

export const usualLimits: Limits = {
  step: 10_000,
  slow: 4_000,
  processes: 128,
  memory: 1024,
  disk: 64,
  output: 65_536,
};
