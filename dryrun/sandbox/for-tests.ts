import type { Snapshot } from '../effects/snapshot';
import { Hearing } from '../execd/hearing';
import { contents } from './contents';
import { type Limits, usualLimits } from './limits';
import { networkFor } from './network';
import { openOverlay } from './overlay';
import type { Exit } from './sandbox';
import { pipesPerStart } from './start';

/** What came of a script in a sandbox of its own. */
export interface Ran {
  /** Its output, without empty lines. */
  readonly said: readonly string[];
  readonly exit: Exit;
  readonly seen: Snapshot;
}

/**
 * Lets a script do harm only where the mark of the sandbox is, so that a slip of a test does not hurt the machine that it
 * runs on: elsewhere it ends at once, with status 99.
 */
export const armed = '[[ -d /run/dry-run && ! -e /run/systemd && $(hostname) == agent01 ]] || exit 99\n';

/** How the sandbox is to be opened. */
export interface InsideOptions {
  /** See Baggage. */
  readonly workspace?: string;
  /** See Baggage. */
  readonly show?: readonly string[];
  /** How often it is started, one after the other. */
  readonly starts?: number;
}

/** Runs a bash text in a sandbox of its own; it must end by itself or by a limit. */
export async function inside(
  text: string,
  limits: Partial<Limits> = {},
  { workspace, show = [], starts = 1 }: InsideOptions = {},
): Promise<Ran> {
  const bounds = { ...usualLimits, ...limits };
  const packed = contents({
    programs: [{ name: 'try.sh', content: Buffer.from(`#!/bin/bash\n${text}\n`) }],
    binding: { name: 'try0', executable: 'try.sh', timeout: 0 },
    users: [],
    files: [],
    processes: [],
    words: [],
    workspace,
    show,
    network: networkFor(undefined, { kind: 'none', reason: 'It is not tried here.' }),
  });
  const sandbox = await openOverlay(packed, bounds, starts * pipesPerStart.add);
  const said: string[] = [];
  const start = async () => {
    const running = sandbox.start('active-response/bin/try.sh', true);
    if (!running.output) throw new Error('not heard');
    const hearing = new Hearing(running.output, 1_000_000);
    running.errors.resume();
    running.input.end();
    const alarm = setTimeout(() => running.kill(), bounds.step);
    const exit = await running.exited;
    clearTimeout(alarm);
    await Promise.race([hearing.end(), new Promise((resolve) => setTimeout(resolve, 100))]);
    running.errors.destroy();
    running.output.destroy();
    for (const line of hearing.all().split('\n')) if (line !== '') said.push(line);
    return exit;
  };
  try {
    for (let before = 1; before < starts; before++) await start();
    const exit = await start();
    return { said, exit, seen: await sandbox.look() };
  } finally {
    await sandbox.close();
  }
}
