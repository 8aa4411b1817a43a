import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';
import { environment, ORDINARY, withoutInherited } from '../programs';
import { kill } from '../start';

/** Where the relay listens. */
export interface Places {
  /** Ports of TCP, at every address. */
  readonly tcp: readonly number[];
  /** Ports of UDP; without an address at every one, and then nobody is answered from there. */
  readonly udp: readonly { readonly port: number; readonly address?: string }[];
}

/** How long it may take until it listens, in ms. */
const PATIENCE = 10_000;

/** Who hears what arrives. */
export interface Ear {
  called(caller: Caller): void;
  /** @param answer sends something back */
  told(place: Places['udp'][number], message: Buffer, answer: (reply: Buffer) => void): void;
}

/**
 * Listens in the network that it is started in, and hands on what arrives: all else happens here, in this process. So
 * whoever floods it floods nobody else. It takes so many callers at a time and so many bytes in all, then no more.
 *
 * Lines that it prints: `ready`; `o ID ADDRESS PORT` somebody has called, there; `d ID DATA`; `e ID` they say no more; `c ID`
 * it is over; `u PLACE ADDRESS PORT DATA` a datagram from there; `p` all that had arrived was told. Lines that it reads:
 * `d ID DATA`, `e ID`, `c ID`, `u PLACE ADDRESS PORT DATA`, and `p`. Data is in Base64.
 */
const program = `
const net = require('node:net');
const dgram = require('node:dgram');
const { tcp, udp, user } = JSON.parse(process.argv[1]);
const [callers, most, atOnce, inAll] = [new Map(), 4e6, 100, 2000];
let [next, taken, opening] = [0, 0, tcp.length + udp.length];
const say = (...words) => process.stdout.write(words.join(' ') + '\\n');
const open = () => {
  if (--opening > 0) return;
  if (user !== null) {
    process.setgroups([]);
    process.setgid(user);
    process.setuid(user);
  }
  say('ready');
};
const isFull = (data) => (taken += data.length) > most;
const called = (socket) => {
  const id = next++;
  if (callers.size >= atOnce || id >= inAll) return socket.destroy();
  callers.set(id, socket);
  say('o', id, socket.localAddress, socket.localPort);
  socket.on('data', (data) => (isFull(data) ? socket.destroy() : say('d', id, data.toString('base64'))));
  socket.on('end', () => say('e', id));
  socket.on('error', () => socket.destroy());
  socket.on('close', () => callers.delete(id) && say('c', id));
};
for (const port of tcp) {
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, called);
  server.once('error', () => server.listen(port, '0.0.0.0').once('error', open));
  server.listen(port, '::', open);
}
const sockets = udp.map(({ port, address }, place) => {
  const socket = dgram.createSocket({ type: 'udp4', reuseAddr: true });
  socket.on('message', (data, { address, port }) => {
    if (!isFull(data)) say('u', place, address, port, data.toString('base64'));
  });
  socket.once('error', open);
  socket.bind({ port, address }, () => {
    socket.removeAllListeners('error').on('error', () => undefined);
    open();
  });
  return socket;
});
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const [kind, id, ...rest] = line.split(' ');
  const socket = callers.get(Number(id));
  if (kind === 'd') socket?.write(Buffer.from(rest[0], 'base64'));
  else if (kind === 'e') socket?.end();
  else if (kind === 'c') socket?.destroy();
  else if (kind === 'u') sockets[id].send(Buffer.from(rest[2], 'base64'), Number(rest[1]), rest[0]);
  // Once round the loop, whatever had arrived was read.
  else setImmediate(() => setImmediate(() => say('p')));
}).on('close', () => process.exit());
process.stdout.on('error', () => process.exit());
`;

/** Somebody who has called a place, as a line to talk on. */
export class Caller extends Duplex {
  /**
   * @param address where they have called
   * @param port the same
   */
  constructor(
    readonly address: string,
    readonly port: number,
    private readonly send: (kind: 'd' | 'e' | 'c', data?: Buffer) => void,
  ) {
    super({ allowHalfOpen: true });
  }

  override _read(): void {
    // It comes as it comes.
  }

  override _write(data: Buffer, _encoding: string, done: () => void): void {
    this.send('d', data);
    done();
  }

  override _final(done: () => void): void {
    this.send('e');
    done();
  }

  override _destroy(_problem: Error | null, done: (problem: Error | null) => void): void {
    this.send('c');
    done(null);
  }
}

/** The relay that runs. */
export class Relay {
  private readonly callers = new Map<number, Caller>();
  private readonly settling: (() => void)[] = [];
  private readonly gone: Promise<void>;
  /** Resolves when it listens everywhere; rejects where it cannot be started. */
  readonly ready: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly places: Places,
    private readonly ear: Ear,
  ) {
    this.gone = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    child.stdin?.on('error', () => child.stdin?.destroy());
    this.ready = new Promise((resolve, reject) => {
      if (child.stdout)
        createInterface({ input: child.stdout }).on('line', (line) => {
          if (line === 'ready') resolve();
          else this.hear(line);
        });
      const late = () => reject(new Error('The relay does not run'));
      setTimeout(late, PATIENCE).unref();
      this.gone.then(late);
    });
    this.ready.catch(() => undefined);
    this.gone.then(() => {
      for (const caller of this.callers.values()) caller.destroy();
      for (const settled of this.settling.splice(0)) settled();
    });
  }

  /** Starts the relay in the network of a process that belongs to a user namespace of its own. */
  static start(pid: number, places: Places, ear: Ear): Relay {
    const root = process.getuid?.() === 0;
    // The editor's Node may lie where an ordinary user must not look: so root steps down when it runs already.
    const user = root ? ORDINARY : null;
    const ways = root
      ? [`--net=/proc/${pid}/ns/net`]
      : [`--target=${pid}`, '--user', '--preserve-credentials', '--net'];
    const node = [process.execPath, '-e', program, JSON.stringify({ ...places, user })];
    const [command = '', ...words] = withoutInherited(['nsenter', ...ways, '--', ...node]);
    const child = spawn(command, words, {
      // The editor's own is Electron.
      env: { ...environment, ELECTRON_RUN_AS_NODE: '1' },
      cwd: '/',
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    return new Relay(child, places, ear);
  }

  /** Resolves when all that had arrived before was heard. */
  settled(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.settling.push(resolve);
      this.say('p');
    });
  }

  /** Ends it. May be called twice. */
  async close(): Promise<void> {
    this.child.stdin?.end();
    if (this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null)
      kill(-this.child.pid);
    await this.gone;
  }

  private say(...words: readonly (string | number)[]): void {
    this.child.stdin?.write(`${words.join(' ')}\n`);
  }

  private hear(line: string): void {
    const [kind, first = '', ...rest] = line.split(' ');
    const id = Number(first);
    const caller = this.callers.get(id);
    if (kind === 'p') this.settling.shift()?.();
    else if (kind === 'u') this.told(id, rest);
    else if (kind === 'o') this.called(id, rest);
    else if (kind === 'd') caller?.push(Buffer.from(rest[0] ?? '', 'base64'));
    else if (kind === 'e') caller?.push(null);
    else {
      this.callers.delete(id);
      caller?.destroy();
    }
  }

  private called(id: number, [address = '', port = '']: readonly string[]): void {
    const caller = new Caller(address.replace(/^::ffff:/, ''), Number(port), (kind, data) =>
      this.say(kind, id, ...(data ? [data.toString('base64')] : [])),
    );
    caller.on('error', () => caller.destroy());
    this.callers.set(id, caller);
    this.ear.called(caller);
  }

  private told(at: number, [address = '', port = '', data = '']: readonly string[]): void {
    const place = this.places.udp[at];
    if (!place) return;
    this.ear.told(place, Buffer.from(data, 'base64'), (reply) =>
      this.say('u', at, address, port, reply.toString('base64')),
    );
  }
}
