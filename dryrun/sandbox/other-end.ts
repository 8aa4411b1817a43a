import { readFileSync } from 'node:fs';
import type { Reach } from '../effects/reach';
import { attemptsIn } from './attempts';
import type { Catcher } from './catcher/catcher';
import type { Holder } from './holder';

/**
 * How long an attack may take, in seconds. A packet over a cable inside one machine is there before its sender goes on:
 * what is not answered at once never is. But on a busy machine it may take a while until the attack begins.
 */
const patience = [0.1, 1, 5];

/** The other end of the sandbox's network: what the script calls arrives here, and from here the host is attacked. */
export class OtherEnd {
  private seen: { readonly packets: number; readonly attempts: ReadonlyMap<string, number> } = {
    packets: 0,
    attempts: new Map(),
  };

  /** @param catcher who answers there; undefined where everybody is refused */
  constructor(
    private readonly holder: Holder,
    private readonly catcher: Catcher | undefined,
  ) {}

  /** What was handed over up to now, and what else the script tried to reach, see attemptsIn. */
  async heard(): Promise<{
    readonly caught: readonly Reach[];
    readonly attempts: ReadonlyMap<string, number>;
    /** False where more was handed over than is told. */
    readonly whole: boolean;
  }> {
    if (!this.catcher) return { caught: [], attempts: await this.attempts(), whole: true };
    const { caught, left, whole } = await this.catcher.caught(() => this.attempts());
    return { caught, attempts: left, whole };
  }

  /** Asks only where something has arrived meanwhile. */
  private async attempts(): Promise<ReadonlyMap<string, number>> {
    const packets = Number(/^ *gate:\s*\d+\s+(\d+)/m.exec(net(this.holder.pid, 'dev'))?.[1] ?? 0);
    if (packets !== this.seen.packets)
      this.seen = { packets, attempts: attemptsIn((await this.holder.ask('attempts')).toString()) };
    return this.seen.attempts;
  }

  /**
   * Whether a connection from here gets through to the host. Nobody listens there, and nobody has to: a host that gets
   * the call refuses it itself, and counts that; what a firewall answers in its place is not counted.
   */
  async reaches(address: string, port: number): Promise<boolean> {
    const { pid, first } = this.holder;
    for (const seconds of patience) {
      const [sent, failed] = [tcp(pid, 'ActiveOpens'), tcp(pid, 'AttemptFails')];
      const refused = tcp(first, 'OutRsts');
      await this.holder.ask(`attack ${seconds} ${address} ${port}`);
      if (tcp(pid, 'ActiveOpens') > sent)
        return tcp(pid, 'AttemptFails') > failed && tcp(first, 'OutRsts') > refused;
    }
    return false;
  }
}

/** A count of the kernel's TCP in the network of a process (RFC 4022: tcpActiveOpens, tcpAttemptFails, tcpOutRsts). */
function tcp(pid: number, name: 'ActiveOpens' | 'AttemptFails' | 'OutRsts'): number {
  const [names = [], counts = []] = net(pid, 'snmp')
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'))
    .map((line) => line.split(' '));
  return Number(counts[names.indexOf(name)] ?? 0);
}

function net(pid: number, name: string): string {
  return readFileSync(`/proc/${pid}/net/${name}`, 'utf8');
}
