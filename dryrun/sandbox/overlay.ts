import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, realpathSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Snapshot } from '../effects/snapshot';
import { WAZUH_HOME } from './layers';
import type { Limits } from './limits';
import { look, type Subject } from './look';
import { mountTable } from './mount-table';
import { type Original, original } from './original';
import { makePipes } from './pipe';
import { asOrdinary, environment } from './programs';
import { refused } from './refused';
import type { Running, Sandbox } from './sandbox';
import { archive } from './seed/archive';
import { type Base, base } from './seed/base';
import { byPath, type Entry } from './seed/entry';
import { ARCHIVE, READY, setup } from './setup';
import { triedFirst } from './stand-ins/commands';
import { kill, startWithPipes } from './start';
import { family } from './waiting';

/** What the sandbox is to hold. */
export interface Contents {
  /** What is in it besides the machine's part. */
  readonly entries: (base: Base) => Iterable<Entry>;
  /** Folders of the user that must not be seen, such as the home and the workspace. */
  readonly hidden: readonly string[];
  /** Whether the machine's own firewall commands are tried, and their rules listed. */
  readonly firewall: boolean;
}

const MEGABYTE = 1024 * 1024;

/** Files and folders that fit in. */
const MOST_FILES = 50_000;

/**
 * What stays of root's powers. Not among them: mounting (SYS_ADMIN), looking into other processes (SYS_PTRACE), and all
 * that concerns the machine as a whole.
 */
const powers = [
  ...['chown', 'dac_override', 'dac_read_search', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setfcap'],
  ...['net_bind_service', 'net_admin', 'net_raw', 'mknod', 'audit_write'],
];

/**
 * Opens an overlay sandbox: namespaces of its own for users, mounts, processes, network, host name and IPC; the machine's
 * folders to read, and whatever the script writes in memory. Rejects with SandboxRefused where the system does not allow it.
 * @param pipes how many pipes its starts will take
 */
export async function openOverlay(contents: Contents, limits: Limits, pipes: number): Promise<Sandbox> {
  const machine = base();
  const { layers } = machine;
  const own = byPath(contents.entries(machine));
  const hidden = contents.hidden
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .filter((path) => layers.some(({ at, machine: shown }) => shown && path.startsWith(`${at}/`)));
  const table = mountTable(layers, hidden, existsSync);
  const holder = spawnFirst(limits, table, contents.firewall ? triedFirst : []);
  const packed = Promise.all([machine.packed, archive(layers, own.values())]);
  const making = makePipes(pipes);
  try {
    const first = await stands(holder, packed);
    const subject = { first, layers, firewall: contents.firewall, most: 2 * limits.disk * MEGABYTE };
    return new Overlay(
      holder,
      subject,
      original(layers, byPath([...machine.entries, ...own.values()])),
      limits,
      [...(await making)],
    );
  } catch (problem) {
    holder.kill('SIGKILL');
    for (const fd of await making.catch(() => [])) closeSync(fd);
    throw problem;
  }
}

function spawnFirst(limits: Limits, table: string, firewall: readonly string[]): ChildProcess {
  const namespaces = ['--user', '--map-root-user', '--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'];
  const words = ['unshare', ...namespaces, '--fork', '--kill-child', '--', 'sh', '-c', setup, 'dry-run'];
  const sizes = [String(limits.disk), String(MOST_FILES), table];
  const [command = '', ...rest] = asOrdinary([...words, ...sizes, ...firewall], [ARCHIVE]);
  return spawn(command, rest, {
    env: environment,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Sends the archive and waits until the sandbox stands: the machine's number of its first process. */
function stands(holder: ChildProcess, packed: Promise<readonly Uint8Array[]>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    holder.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    holder.stdout?.on('data', (chunk: Buffer) => {
      const first = holder.pid === undefined ? undefined : family(holder.pid)[1];
      if (chunk.toString().includes(READY) && first !== undefined) resolve(first);
    });
    holder.on('error', (problem) => reject(refused(problem.message)));
    holder.on('close', (code) => reject(refused(said || `unshare: ${code}`)));
    const input = holder.stdio[ARCHIVE] as Writable;
    // Where setting up fails, nobody reads the archive: `close` says why.
    input.on('error', () => input.destroy());
    packed.then((parts) => input.end(Buffer.concat(parts)), reject);
  });
}

class Overlay implements Sandbox {
  readonly kind = 'overlay';
  readonly attack = { kind: 'none', reason: 'not yet' } as const;
  private readonly gone: Promise<void>;

  constructor(
    private readonly holder: ChildProcess,
    private readonly subject: Subject,
    readonly original: Original,
    private readonly limits: Limits,
    private readonly pipes: number[],
  ) {
    this.gone = new Promise((resolve) => holder.once('exit', () => resolve()));
  }

  start(program: string, heard: boolean): Running {
    return startWithPipes(
      { words: asOrdinary(this.words(program)), env: environment, cwd: '/' },
      this.pipes,
      heard,
    );
  }

  /** From outside to inside: limits, the namespaces, root's powers cut down, Wazuh's home, the program. */
  private words(program: string): readonly string[] {
    const { processes, memory, disk, step } = this.limits;
    return [
      'prlimit',
      `--nproc=${processes}`,
      `--data=${memory * MEGABYTE}`,
      `--fsize=${disk * MEGABYTE}`,
      `--cpu=${Math.ceil(step / 1000)}`,
      '--core=0',
      '--nofile=1024',
      '--',
      'nsenter',
      `--target=${this.subject.first}`,
      ...['--user', '--preserve-credentials', '--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'],
      '--',
      'setpriv',
      '--no-new-privs',
      `--bounding-set=-all,${powers.map((power) => `+${power}`).join(',')}`,
      '--',
      ...['sh', '-c', 'cd "$0" && exec "$1"', WAZUH_HOME, program],
    ];
  }

  look(): Promise<Snapshot> {
    return look(this.subject);
  }

  async close(): Promise<void> {
    // With its first process everything in the namespaces ends; `unshare` waits for that, and ends.
    if (this.holder.exitCode === null && this.holder.signalCode === null) kill(this.subject.first);
    await this.gone;
    for (const fd of this.pipes.splice(0)) closeSync(fd);
  }
}
