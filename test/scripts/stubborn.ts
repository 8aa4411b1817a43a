import type { Expectation } from './expectation';

/** Nothing of what a script like these tries may reach the machine. */
const stubborn = (script: string, more: Partial<Expectation> = {}): Expectation => ({
  script: `stubborn/${script}`,
  sample: 'ssh-brute-force',
  limits: { step: 2000 },
  says: /loose/,
  ...more,
});

/** Whatever ends such a script first: the time, the number of processes, the memory, or itself. */
const ends = { perhaps: ['slow', 'crashes', 'no-log', 'output-after-answer'] } as const;

/** Scripts that try to do harm. Each ends at once unless it finds what only the sandbox lays down. */
export const harmful: readonly Expectation[] = [
  stubborn('fork-bomb.sh', ends),
  stubborn('endless-output.py', { run: ['output-after-answer'] }),
  stubborn('endless-errors.py', { run: ['slow'] }),
  stubborn('ignores-sigterm.py', { run: ['slow'] }),
  // It holds stdout open, so that execd waits for a line for as long as it lives.
  stubborn('daemon.py', { run: ['slow'] }),
  stubborn('disk-filler.sh', ends),
  stubborn('exfiltrate.py', { says: /loose; \d+ bytes; sent to/ }),
  // Its own log goes with the rest.
  stubborn('remove-root.sh', { ...ends, says: /^$/ }),
  stubborn('kill-all.sh', ends),
  stubborn('workspace-writer.py'),
  stubborn('mounts.sh', { says: /got nothing/ }),
  stubborn('nsenter.sh', { says: /got nothing/ }),
  stubborn('raw-devices.py', { says: /got nothing/ }),
  stubborn('environments.py', { says: /got nothing/ }),
  // On a busy machine memory fills slowly: it is to end because there is no more, not because the time is over.
  stubborn('memory-eater.py', { run: ['crashes'], limits: { step: 15_000 } }),
];
