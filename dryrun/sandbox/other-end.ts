import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { attemptsIn, listAttempts } from './attempts';
import { asOrdinary, environment, run } from './programs';

/** How often it is looked what became of an attack, in ms. */
const LOOK = 3;

/**
 * How long an answer may take, in ms. A packet over a cable inside one machine is there before its sender goes on: what
 * was not answered by then never is.
 */
const UNANSWERED = 100;

/** How long it may take until an attack begins, in ms: on a busy machine programs start slowly. */
const LATEST = 5_000;

/** The other end of the sandbox's network: whom the script tries to reach arrives here, and from here the host is attacked. */
export class OtherEnd {
  private seen: { readonly packets: number; readonly attempts: readonly string[] } = {
    packets: 0,
    attempts: [],
  };

  /**
   * @param outside the process whose network it is
   * @param first the first process of the sandbox
   */
  constructor(
    private readonly outside: number,
    private readonly first: number,
  ) {}

  /** What the script tried to reach up to now, see attemptsIn. Asks nft only where something has arrived meanwhile. */
  async attempts(): Promise<readonly string[]> {
    const packets = Number(/^ *gate:\s*\d+\s+(\d+)/m.exec(this.net(this.outside, 'dev'))?.[1] ?? 0);
    if (packets !== this.seen.packets) {
      const { stdout } = await run(this.inside(listAttempts), 1_000_000);
      this.seen = { packets, attempts: attemptsIn(stdout.toString()) };
    }
    return this.seen.attempts;
  }

  /**
   * Whether a connection from here gets through to the host. Nobody listens there, and nobody has to: a host that gets
   * the call refuses it itself, and counts that; what a firewall answers in its place is not counted.
   */
  async reaches(address: string, port: number): Promise<boolean> {
    const [sent, refused] = [this.tcp(this.outside, 'ActiveOpens'), this.tcp(this.first, 'OutRsts')];
    const call = ['bash', '--norc', '-c', ': > "/dev/tcp/$0/$1"', address, String(port)];
    const [command = '', ...rest] = asOrdinary(this.inside(call));
    const caller = spawn(command, rest, { env: environment, cwd: '/', stdio: 'ignore' });
    let answered = false;
    const over = new Promise<void>((resolve) => {
      caller.on('error', () => resolve());
      caller.on('close', () => {
        answered = true;
        resolve();
      });
    });
    try {
      const began = performance.now();
      let called: number | undefined;
      while (!answered) {
        await Promise.race([over, sleep(LOOK)]);
        const now = performance.now();
        if (this.tcp(this.outside, 'ActiveOpens') > sent) called ??= now;
        if (now - (called ?? now) > UNANSWERED || now - began > LATEST) break;
      }
      return answered && this.tcp(this.first, 'OutRsts') > refused;
    } finally {
      caller.kill('SIGKILL');
      await over;
    }
  }

  private inside(words: readonly string[]): readonly string[] {
    return [
      'nsenter',
      `--target=${this.outside}`,
      '--user',
      '--net',
      '--preserve-credentials',
      '--',
      ...words,
    ];
  }

  /** A count of the kernel's TCP in the network of a process (snmp, RFC 4022: tcpActiveOpens, tcpOutRsts). */
  private tcp(pid: number, name: 'ActiveOpens' | 'OutRsts'): number {
    const [names = [], counts = []] = this.net(pid, 'snmp')
      .split('\n')
      .filter((line) => line.startsWith('Tcp:'))
      .map((line) => line.split(' '));
    return Number(counts[names.indexOf(name)] ?? 0);
  }

  private net(pid: number, name: string): string {
    return readFileSync(`/proc/${pid}/net/${name}`, 'utf8');
  }
}
