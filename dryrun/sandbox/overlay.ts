import { closeSync, lstatSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { type Snapshot, unchanged } from '../effects/snapshot';
import { Catcher, type Catching } from './catcher/catcher';
import { type Door, door, through } from './door';
import { build, type Holder } from './holder';
import { WAZUH_HOME } from './layers';
import type { Limits } from './limits';
import { look, processesBelow, type Subject } from './look';
import { watchMemory } from './memory';
import { mountTable } from './mount-table';
import { attackedAddress, type Network, nameServersOf } from './network';
import { type Original, original } from './original';
import { OtherEnd } from './other-end';
import { makePipes } from './pipe';
import { asOrdinary, environment } from './programs';
import { routesOf } from './routes';
import type { Attack, Running, Sandbox } from './sandbox';
import { archive } from './seed/archive';
import { base } from './seed/base';
import { byPath, type Entry } from './seed/entry';
import { type HostProcess, processTable } from './seed/processes';
import { type Shown, shownOf } from './shown';
import { triedFirst } from './stand-ins/commands';
import { startWithPipes } from './start';
import { family } from './waiting';

/** What the sandbox is to hold. */
export interface Contents {
  /** What is in it besides the machine's part. */
  readonly entries: (shown: Shown) => Iterable<Entry>;
  /** Folders of the user that must not be seen, such as the home and the workspace. */
  readonly hidden: readonly string[];
  /** Paths of the machine that are shown besides its programs and libraries. */
  readonly named: readonly string[];
  /** The machine's own firewall commands that are let in, if they work in there, and whose rules are listed. */
  readonly firewall: readonly string[];
  /** What runs in it, where the kernel lets the numbers be chosen. */
  readonly processes: readonly HostProcess[];
  readonly network: Network;
  /** Undefined where nobody calls anybody but by the stand-ins. */
  readonly catching?: Omit<Catching, 'nameServers'>;
}

const MEGABYTE = 1024 * 1024;

/** Bytes of changed files that are looked at: no response writes as much, and each look is kept. */
const MOST_LOOKED_AT = 3 * MEGABYTE;

/**
 * Opens an overlay sandbox: namespaces of its own for users, mounts, processes, network, host name and IPC; the machine's
 * folders to read, and whatever the script writes in memory. Rejects with SandboxRefused where the system does not allow it.
 * @param pipes how many pipes its starts will take
 */
export async function openOverlay(contents: Contents, limits: Limits, pipes: number): Promise<Sandbox> {
  const way = door();
  const machine = base();
  const shown = shownOf(machine, contents.hidden, contents.named);
  const { layers } = shown;
  const own = byPath([...shown.entries, ...contents.entries(shown)]);
  const table = mountTable(layers, shown.asTheyAre, kindOf);
  const { firewall, processes, network, catching } = contents;
  const tried = firewall.filter((name) => triedFirst.includes(name));
  const packed = [machine.packed, archive(layers, own.values())];
  const making = makePipes(pipes);
  let catcher: Catcher | undefined;
  const connected = (pid: number) => {
    if (catching) catcher = new Catcher(pid, { ...catching, nameServers: nameServersOf(network) });
  };
  try {
    const holder = await build({
      ...{ limits, network, table, packed, connected },
      ...{ firewall: tried, processes: processTable(processes) },
    });
    const listens = await catcher?.ready.then(
      () => true,
      () => false,
    );
    const otherEnd =
      holder.unconnected === '' ? new OtherEnd(holder, listens ? catcher : undefined) : undefined;
    return new Overlay(
      holder,
      { holder, layers, firewall, otherEnd, routes: routesOf(holder.first), most: MOST_LOOKED_AT },
      original(layers, byPath([...shown.ofBase, ...own.values()])),
      attackFrom(network, otherEnd, holder.unconnected),
      limits,
      [...(await making)],
      catcher,
      way,
    );
  } catch (problem) {
    await catcher?.close();
    for (const fd of await making.catch(() => [])) closeSync(fd);
    throw problem;
  }
}

function kindOf(path: string): 'folder' | 'other' | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && (stats.isDirectory() ? 'folder' : 'other');
}

function attackFrom(network: Network, otherEnd: OtherEnd | undefined, unconnected: string): Attack {
  const { attacker } = network;
  if (attacker.kind === 'none') return attacker;
  if (!otherEnd)
    return { kind: 'none', reason: t('The sandbox has no network on this machine: {0}', unconnected) };
  const { address, port, isSaid } = attacker;
  const host = attackedAddress(network, address);
  return { kind: 'possible', address, port, isSaid, reaches: (tried) => otherEnd.reaches(host, tried) };
}

class Overlay implements Sandbox {
  readonly kind = 'overlay';
  /** Those that have not ended yet: afterwards another process may have the number. */
  private readonly started = new Set<Running>();
  private readonly unwatch: () => void;

  readonly atStart: Snapshot;
  private last: Snapshot;

  constructor(
    private readonly holder: Holder,
    private readonly subject: Subject,
    readonly original: Original,
    readonly attack: Attack,
    private readonly limits: Limits,
    private readonly pipes: number[],
    private readonly catcher: Catcher | undefined,
    private readonly door: Door,
  ) {
    this.atStart = { ...unchanged, processes: processesBelow(holder.first) };
    this.last = this.atStart;
    this.unwatch = watchMemory(holder.first, () => this.running(), limits.memory * MEGABYTE);
  }

  start(program: string, heard: boolean): Running {
    const command = {
      words: asOrdinary(through(this.door, this.holder.first, this.limits, WAZUH_HOME, program)),
      // As a shell leaves them that has gone there.
      env: { ...environment, OLDPWD: '/', PWD: WAZUH_HOME },
      cwd: '/',
      isKeeper: true,
    } as const;
    const running = startWithPipes(command, this.pipes, heard);
    this.started.add(running);
    const ended = () => this.started.delete(running);
    running.exited.then(ended, ended);
    return running;
  }

  /** Everything that runs in there: below the scripts that were started, and what has left them for the first process. */
  private running(): readonly number[] {
    const started = [...this.started].flatMap(({ pid }) => (pid === undefined ? [] : family(pid)));
    return [...family(this.holder.first).slice(1), ...started];
  }

  async look(): Promise<Snapshot> {
    this.last = await look(this.subject, this.last);
    return this.last;
  }

  async close(): Promise<void> {
    this.unwatch();
    await Promise.all([this.holder.close(), this.catcher?.close()]);
    for (const running of this.started) running.kill();
    await Promise.allSettled([...this.started].map(({ exited }) => exited));
    for (const fd of this.pipes.splice(0)) closeSync(fd);
  }
}
