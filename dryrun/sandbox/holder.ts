import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Duplex, Writable } from 'node:stream';
import { countAttempts } from './attempts';
import type { Limits } from './limits';
import { hostEnd, type Network, otherEnd } from './network';
import { CONNECTED, LIFE, outside } from './outside';
import { asOrdinary, environment } from './programs';
import { refused } from './refused';
import { ARCHIVE, READY, setup } from './setup';
import { kill } from './start';
import { family } from './waiting';

/** Files and folders that fit into a sandbox. */
const MOST_FILES = 20_000;

/** What builds a sandbox. */
export interface Plan {
  readonly limits: Limits;
  readonly network: Network;
  /** See mountTable. */
  readonly table: string;
  /** See processTable. */
  readonly processes: string;
  /** Firewall commands to try in there. */
  readonly firewall: readonly string[];
  /** Everything that it is to hold, as tar archives one after the other. */
  readonly packed: readonly Buffer[];
  /** Told when its network stands, and the number of the process whose network is the other end of it. */
  connected?(pid: number): void;
}

/** Builds a sandbox. Rejects with SandboxRefused where the system does not allow it; nothing is left then. */
export async function build(plan: Plan): Promise<Holder> {
  const [command = '', ...rest] = asOrdinary(words(plan), [ARCHIVE, LIFE]);
  const child = spawn(command, rest, {
    env: environment,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const { first, unconnected } = await stands(child, plan);
    return new Holder(child, first, unconnected);
  } catch (problem) {
    if (child.pid !== undefined) kill(-child.pid);
    throw problem;
  }
}

/** From outside to inside: the other end of the network, the sandbox, its setup. */
function words({ limits, network, table, processes, firewall }: Plan): readonly string[] {
  const outer = [
    'unshare',
    '--user',
    '--map-root-user',
    '--net',
    '--',
    'bash',
    '--norc',
    '-c',
    outside,
    'dry-run',
  ];
  const ends = [otherEnd(network), hostEnd(network), countAttempts];
  const namespaces = ['--user', '--map-root-user', '--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'];
  const inner = ['unshare', ...namespaces, '--fork', '--kill-child', '--', 'sh', '-c', setup, 'dry-run'];
  return [
    ...outer,
    ...ends,
    ...inner,
    String(limits.disk),
    String(MOST_FILES),
    table,
    processes,
    ...firewall,
  ];
}

/** Sends the archives and waits until the sandbox stands. */
function stands(
  child: ChildProcess,
  { packed, connected: told }: Plan,
): Promise<{ readonly first: number; readonly unconnected: string }> {
  return new Promise((resolve, reject) => {
    let [said, wrong] = ['', ''];
    let isTold = false;
    child.stderr?.on('data', (chunk: Buffer) => {
      wrong += chunk.toString();
    });
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const connected = new RegExp(`^${CONNECTED} (\\d+) ?(.*)\n`, 'm').exec(said);
      if (connected && !isTold && connected[2] === '' && child.pid !== undefined) {
        isTold = true;
        told?.(child.pid);
      }
      if (!connected || !said.includes(`${READY}\n`)) return;
      const first = family(Number(connected[1]))[1];
      if (first === undefined) return;
      child.stdout?.off('data', hear);
      resolve({ first, unconnected: connected[2] ?? '' });
    };
    child.stdout?.on('data', hear);
    child.on('error', (problem) => reject(refused(problem.message)));
    child.on('close', (code) => reject(refused(wrong || `unshare: ${code}`)));
    // Only the sandbox holds its end of it. When that has ended, the outer process has nothing left to do.
    const life = child.stdio[LIFE] as Duplex;
    life.on('close', () => child.stdin?.end());
    life.resume();
    const input = child.stdio[ARCHIVE] as Writable;
    // Where setting up fails, nobody reads the archive: `close` says why.
    input.on('error', () => input.destroy());
    for (const part of packed) input.write(part);
    input.end();
  });
}

/** A sandbox that stands, by the outer process that holds it. Processes by the numbers that the machine gives them. */
export class Holder {
  private readonly gone: Promise<void>;
  private asking: Promise<unknown> = Promise.resolve();

  /**
   * @param child the outer process, see outside
   * @param first the sandbox's first process; when it ends, everything in there does
   * @param unconnected why the sandbox has no network; empty where it has one
   */
  constructor(
    private readonly child: ChildProcess,
    readonly first: number,
    readonly unconnected: string,
  ) {
    this.gone = new Promise((resolve) => child.once('exit', () => resolve()));
    child.stdin?.on('error', () => child.stdin?.destroy());
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Has the outer process do something; one after the other. Rejects if the sandbox is closed meanwhile. */
  ask(request: string): Promise<Buffer> {
    const answer = this.asking.then(() => this.answer(request));
    this.asking = answer.catch(() => undefined);
    return answer;
  }

  private answer(request: string): Promise<Buffer> {
    const { stdin, stdout } = this.child;
    // The script cannot know it, so nothing that it leaves can be taken for the end.
    const token = randomBytes(8).toString('hex');
    const end = Buffer.from(`\n${token}\n`);
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let tail = Buffer.alloc(0);
      const hear = (chunk: Buffer) => {
        chunks.push(chunk);
        tail = Buffer.concat([tail.subarray(-end.length), chunk.subarray(-end.length)]);
        if (!tail.subarray(-end.length).equals(end)) return;
        stdout?.off('data', hear);
        resolve(Buffer.concat(chunks).subarray(0, -end.length));
      };
      stdout?.on('data', hear);
      this.gone.then(() => reject(new Error('The sandbox is closed')));
      stdin?.write(`${token} ${request}\n`);
    });
  }

  /** Ends everything. May be called twice. */
  async close(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      kill(this.first);
      child.stdin?.end();
    }
    await this.gone;
  }
}
