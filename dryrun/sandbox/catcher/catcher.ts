import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Reach } from '../../effects/reach';
import { ANSWER, REFUSAL } from '../stand-ins/answer';
import { authority } from './authority';
import { Names } from './names';
import { GREETING, Postman } from './postman';
import { type Caller, type Ear, type Places, Relay } from './relay';

/** What the catcher is to do. */
export interface Catching {
  /** Where it is asked for names. */
  readonly nameServers: readonly string[];
  /** Ports that it listens at, of TCP and UDP. */
  readonly ports: readonly number[];
  /** Whether it says nothing to anybody who calls. */
  readonly silent: boolean;
  /** Whether it answers over HTTP with an error. */
  readonly refuses: boolean;
}

/** Ports at which the server speaks first. */
const mailPorts = [25, 587, 2525];

/** The port of encrypted mail. */
const ENCRYPTED_MAIL = 465;

/** Port of name servers. */
const NAMES = 53;

/** Bytes of what is handed over that are kept. */
const MOST_KEPT = 16_384;

/** So many things that were handed over are told one by one. */
const MOST_WRITTEN = 1000;

/** Bytes that are kept in mind of one request. */
const LONGEST = 1_000_000;

/** How long somebody may wait for an answer that nobody here can give, in ms: then the line is cut. */
const HOLD = 400;

/** What is written down, and may grow. */
interface Written {
  verb: string;
  to: string;
  body: string;
  /** The port of a datagram, which does not say which address it was sent to. */
  readonly datagram?: number;
}

/** A line to somebody, as far as it was looked into. */
interface Line {
  readonly stream: Duplex;
  readonly encrypted: boolean;
  /** Where they have called. */
  readonly port: number;
  /** The name of that, or its address. */
  readonly host: string;
  readonly address: string;
}

/**
 * Plays everybody whom the script may call: answers as if all had gone well, and writes down what it was handed. It knows
 * names, HTTP and mail, all of them encrypted too; to others it listens.
 */
export class Catcher implements Ear {
  private readonly names = new Names();
  private readonly written: Written[] = [];
  /** Whether everything was written down. */
  private whole = true;
  /** What was answered, as attempts are told. */
  private readonly heard = new Set<string>();
  private readonly http: Server;
  private readonly lines = new WeakMap<object, Line>();
  private readonly relay: Relay;

  /** Starts in the network of a process that belongs to a user namespace of its own. */
  constructor(
    pid: number,
    private readonly catching: Catching,
  ) {
    this.http = createServer((request, response) => this.request(request, response));
    this.http.on('clientError', (_problem, stream) => stream.destroy());
    const { nameServers, ports } = catching;
    const places: Places = {
      tcp: ports,
      udp: [
        ...nameServers.map((address) => ({ port: NAMES, address })),
        ...ports.filter((port) => port !== NAMES).map((port) => ({ port })),
      ],
    };
    this.relay = Relay.start(pid, places, this);
  }

  /** Resolves when it listens. Rejects where it cannot be had. */
  get ready(): Promise<void> {
    return this.relay.ready;
  }

  /**
   * Everything that was handed over up to now, in the order in which it began, and which attempts that leaves.
   * @param attempts all that were made, see attemptsIn
   */
  async caught(attempts: () => Promise<ReadonlyMap<string, number>>): Promise<{
    readonly caught: readonly Reach[];
    readonly left: ReadonlyMap<string, number>;
    readonly whole: boolean;
  }> {
    await this.relay.settled();
    const made = await attempts();
    const places = this.datagramPlaces(made.keys());
    const caught = this.written.map(({ verb, to, body, datagram }) => {
      const place = datagram === undefined ? undefined : places.get(datagram);
      return { verb, to: place ?? to, body };
    });
    const datagrams = new Set(this.written.flatMap(({ datagram }) => datagram ?? []));
    const names = new Set([...this.heard].map((each) => this.names.at(each.replace(/^tcp (.*):\d+$/, '$1'))));
    const isHeard = (attempt: string): boolean => {
      const [kind = '', place = ''] = attempt.split(' ');
      if (kind === 'udp') return datagrams.has(Number(/\d+$/.exec(place)?.[0]));
      // A name that was asked for is no attempt of its own once it was called.
      return kind === 'dns' ? names.has(place) : this.heard.has(attempt);
    };
    const left = new Map([...made].filter(([attempt]) => !isHeard(attempt)));
    return { caught, left, whole: this.whole };
  }

  /** Ends it. May be called twice. */
  async close(): Promise<void> {
    await this.relay.close();
    this.http.closeAllConnections();
  }

  called(caller: Caller): void {
    const { address, port } = caller;
    this.heard.add(`tcp ${address.includes(':') ? `[${address}]` : address}:${port}`);
    const host = this.names.at(address) ?? address;
    const line: Line = { stream: caller, encrypted: false, port, host, address };
    if (mailPorts.includes(port) && !this.catching.silent) this.mail(line, true);
    else this.listen(line);
  }

  told(place: Places['udp'][number], message: Buffer, answer: (reply: Buffer) => void): void {
    if (place.address !== undefined) {
      const reply = this.names.answer(message);
      if (reply) answer(reply);
      return;
    }
    const { port } = place;
    this.write({ verb: 'send', to: `…:${port}`, body: message.toString(), datagram: port });
  }

  /** Those who were sent datagrams, by port: of several the one that was tried last. */
  private datagramPlaces(attempts: Iterable<string>): ReadonlyMap<number, string> {
    return new Map(
      [...attempts].flatMap((attempt) => {
        const [, address = '', port = ''] = /^udp (.*):(\d+)$/.exec(attempt) ?? [];
        return port === '' ? [] : [[Number(port), `${this.names.at(address) ?? address}:${port}`] as const];
      }),
    );
  }

  private write(what: Written): Written {
    what.body = what.body.slice(0, MOST_KEPT);
    if (this.written.length < MOST_WRITTEN) this.written.push(what);
    else this.whole = false;
    return what;
  }

  /** Waits for what is said first: it shows what it is. */
  private listen(line: Line): void {
    const { stream } = line;
    const hold = this.catching.silent ? undefined : setTimeout(() => stream.end(), HOLD);
    const nothing = () => {
      clearTimeout(hold);
      stream.off('close', nothing);
      this.write({ verb: 'connect', to: place(line), body: '' });
      stream.end();
    };
    stream.once('end', nothing);
    stream.once('close', nothing);
    stream.once('data', (first: Buffer) => {
      clearTimeout(hold);
      stream.off('end', nothing);
      stream.off('close', nothing);
      stream.pause();
      stream.unshift(first);
      if (first[0] === 0x16 && !line.encrypted) this.encrypt(line);
      else if (/^[A-Z]{3,20} /.test(first.toString('latin1', 0, 24))) this.serve(line);
      else this.take(line);
    });
  }

  private encrypt(line: Line, then: (secured: Line) => void = (secured) => this.listen(secured)): void {
    const { stream, address, port } = line;
    const unheard = () => {
      this.write({ verb: 'connect', to: `${place(line)} (encrypted)`, body: '' });
    };
    if (this.catching.silent) {
      stream.resume();
      unheard();
      return;
    }
    const secured = new TLSSocket(stream, {
      isServer: true,
      secureContext: createSecureContext(authority().issue(address)),
      SNICallback: (name, done) => done(null, createSecureContext(authority().issue(name))),
      ALPNProtocols: ['http/1.1'],
    });
    secured.once('close', unheard);
    secured.on('error', () => secured.destroy());
    secured.once('secure', () => {
      secured.off('close', unheard);
      const { servername } = secured;
      const host = typeof servername === 'string' && servername !== '' ? servername : line.host;
      const open: Line = { stream: secured, encrypted: true, port, address, host };
      if (port === ENCRYPTED_MAIL) this.mail(open, true);
      else then(open);
    });
  }

  private serve(line: Line): void {
    // Of a socket the parser takes what comes next, and not what was put back.
    const stream = Duplex.from({ readable: line.stream, writable: line.stream });
    stream.on('error', () => stream.destroy());
    this.lines.set(stream, line);
    this.http.emit('connection', stream);
  }

  private request(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers, socket } = request;
    const line = this.lines.get(socket);
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length < LONGEST) parts.push(part);
    });
    request.on('end', () => {
      const whom = headers.host ?? (line ? place(line) : '');
      const to = `${line?.encrypted ? 'https' : 'http'}://${whom}${url}`;
      this.write({ verb: method, to, body: Buffer.concat(parts).toString() });
      if (this.catching.silent) return;
      const [status, answer] = this.catching.refuses ? [500, REFUSAL] : [200, ANSWER];
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  }

  private mail(line: Line, greets: boolean): void {
    const { stream } = line;
    const postman = new Postman(
      () => line.encrypted,
      ({ to, text }) => this.write({ verb: 'mail', to: to.join(' '), body: text }),
    );
    const say = (words: string) => stream.write(`${words}\r\n`);
    let rest = '';
    const hear = (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split('\n');
      rest = (lines.pop() ?? '').slice(-LONGEST);
      for (const each of lines) {
        const reply = postman.hear(each.replace(/\r$/, ''));
        if (!reply) continue;
        say(reply.line);
        if (reply.next === 'hang up') stream.end();
        if (reply.next !== 'encrypt') continue;
        stream.off('data', hear);
        stream.pause();
        this.encrypt(line, (secured) => this.mail(secured, false));
        return;
      }
    };
    stream.on('data', hear);
    stream.on('end', () => stream.end());
    stream.resume();
    if (greets) say(GREETING);
  }

  /** Whatever else it is: nobody here can answer it, so after a while the line is cut. */
  private take(line: Line): void {
    const { stream } = line;
    const what = this.write({ verb: 'send', to: place(line), body: '' });
    let hold: NodeJS.Timeout | undefined;
    stream.on('data', (data: Buffer) => {
      what.body = (what.body + data.toString()).slice(0, MOST_KEPT);
      clearTimeout(hold);
      if (!this.catching.silent) hold = setTimeout(() => stream.end(), HOLD);
    });
    stream.on('end', () => stream.end());
    stream.once('close', () => clearTimeout(hold));
    stream.resume();
  }
}

/** Where somebody has called. */
function place({ host, port }: Line): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
