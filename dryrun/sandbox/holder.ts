import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { countAttempts } from './attempts';
import type { Limits } from './limits';
import { hostEnd, type Network, otherEnd } from './network';
import { OUTSIDE, outside } from './outside';
import { asOrdinary, environment } from './programs';
import { refused } from './refused';
import { ARCHIVE, READY, setup } from './setup';
import { kill } from './start';
import { family } from './waiting';

/** Files and folders that fit into a sandbox. */
const MOST_FILES = 50_000;

/** A sandbox that stands. Processes by the numbers that the machine gives them. */
export interface Standing {
  /** The outer process, whose network is the other end of the cable. It ends with the sandbox. */
  readonly holder: ChildProcess;
  /** The sandbox's first process. When it ends, everything in there does. */
  readonly first: number;
  /** Why the sandbox has no network; empty where it has one. */
  readonly unconnected: string;
}

/**
 * Builds a sandbox. Rejects with SandboxRefused where the system does not allow it; nothing is left then.
 * @param table see mountTable
 * @param firewall firewall commands to try in there
 * @param packed everything that it is to hold, as tar archives one after the other
 */
export async function build(
  limits: Limits,
  network: Network,
  table: string,
  firewall: readonly string[],
  packed: Promise<readonly Uint8Array[]>,
): Promise<Standing> {
  const namespaces = ['--user', '--map-root-user', '--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'];
  const inner = ['unshare', ...namespaces, '--fork', '--kill-child', '--', 'sh', '-c', setup, 'dry-run'];
  const sizes = [String(limits.disk), String(MOST_FILES)];
  const outer = ['unshare', '--user', '--map-root-user', '--net', '--', 'sh', '-c', outside, 'dry-run'];
  const ends = [otherEnd(network), hostEnd(network), countAttempts];
  const words = [...outer, ...ends, ...inner, ...sizes, table, ...firewall];
  const [command = '', ...rest] = asOrdinary(words, [ARCHIVE]);
  const holder = spawn(command, rest, {
    env: environment,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    return { holder, ...(await stands(holder, packed)) };
  } catch (problem) {
    if (holder.pid !== undefined) kill(-holder.pid);
    throw problem;
  }
}

/** Sends the archives and waits until the sandbox stands. */
function stands(
  holder: ChildProcess,
  packed: Promise<readonly Uint8Array[]>,
): Promise<Omit<Standing, 'holder'>> {
  return new Promise((resolve, reject) => {
    let [said, wrong] = ['', ''];
    holder.stderr?.on('data', (chunk: Buffer) => {
      wrong += chunk.toString();
    });
    holder.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const connected = new RegExp(`^${OUTSIDE} (\\d+) ?(.*)$`, 'm').exec(said);
      if (!connected || !said.includes(`${READY}\n`)) return;
      const first = family(Number(connected[1]))[1];
      if (first !== undefined) resolve({ first, unconnected: connected[2] ?? '' });
    });
    holder.on('error', (problem) => reject(refused(problem.message)));
    holder.on('close', (code) => reject(refused(wrong || `unshare: ${code}`)));
    const input = holder.stdio[ARCHIVE] as Writable;
    // Where setting up fails, nobody reads the archive: `close` says why.
    input.on('error', () => input.destroy());
    packed.then((parts) => input.end(Buffer.concat(parts)), reject);
  });
}
