import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits } from '../sandbox/limits';
import type { Exit, Running } from '../sandbox/sandbox';
import type { Waiting } from '../sandbox/waiting';
import { Hearing } from './hearing';

/** What was said between execd and one start of a script. */
export interface Conversation {
  /** The script's first line with its newline; undefined if it ended without one, or was not heard. */
  readonly first: string | undefined;
  /** What stood behind the first line when execd answered. */
  readonly more: string;
  /** Whether the answer was sent. */
  readonly answered: boolean;
  /** Real ms after which stdin was closed because the script waited for an end that execd would never have sent. */
  readonly starved: number | undefined;
  /** Whether all that execd wrote to it was left where it was. */
  readonly deaf: boolean;
  /** Whether it was ended by the dry run. */
  readonly overdue: boolean;
  /** Where nobody answers a script, and it was ended for that: whether it would have waited for ever. */
  readonly waited: Exclude<Waiting, 'no'> | undefined;
  readonly exit: Exit;
  readonly stderr: string;
  /** Real ms that the script took, without the time that the dry run spent looking at what it did. */
  readonly ms: number;
}

/** Execd's part in a conversation. */
export interface Clerk {
  /** Called with the first line, before the script is answered: gives the answer. */
  answer(line: string): Promise<string>;
  /** Called for each line that either says. */
  said(from: 'execd' | 'script', line: string): void;
  /** Called when stdin is closed before its time. */
  starves(after: number): void;
}

/** How often it is looked whether a script waits, in ms. */
const LOOK = 20;

/** A script that has waited for so long in one read waits for ever: everything it will get has been sent. */
const STUCK = 250;

/** Where it cannot be told what a script waits for, silence for so long is taken for it. */
const SILENT = 5_000;

/** A time limit that is longer than this, in ms, is none. */
const LONGEST_LIMIT = 60_000;

/** Where nobody answers: how long a script stands still, in ms, until it counts as waiting for ever, or for a while. */
const STANDS_STILL = { 'for ever': 400, 'for a while': 1_000 } as const;

/** How long a script may go on after its first line before it is answered: what it does meanwhile, it does unasked. */
const UNASKED = 300;

/**
 * Talks as execd does for `add` (ExecdRun, src/os_execd/execd.c, 4.14.7): writes the message and keeps stdin open, takes
 * the first line of stdout, answers it, closes both, and waits for the end. Two things are not execd's: a script that
 * waits for an end of its stdin gets it, and one that takes too long is ended.
 * @param silent whether nobody answers whom the script calls: it is ended once it waits for that
 */
export async function converse(
  running: Running,
  message: string,
  clerk: Clerk,
  limits: Limits,
  silent = false,
): Promise<Conversation> {
  const { input, output } = running;
  if (!output) throw new Error('A script that is added is heard');
  const watch = new Watch(running, limits, silent);
  const hearing = new Hearing(output, limits.output);
  clerk.said('execd', message);
  const sent = [message];
  input.write(`${message}\n`);

  let starved: number | undefined;
  const stuck = stuckness(running);
  while (!hearing.hasLine && !hearing.ended) {
    await Promise.race([hearing.next(), sleep(LOOK)]);
    if (starved === undefined && !hearing.hasLine && !watch.over && stuck(watch.elapsed)) {
      starved = watch.elapsed;
      clerk.starves(starved);
      input.end();
    }
    if (watch.overdue) break;
  }
  const first = hearing.line();
  let answered = false;
  if (first !== undefined) {
    clerk.said('script', first.replace(/\n$/, ''));
    const until = watch.elapsed + UNASKED;
    while (starved === undefined && !watch.over && watch.elapsed < until && !running.waitsForInput())
      await sleep(LOOK / 2);
    const answer = await watch.pause(() => clerk.answer(first));
    if (starved === undefined && !watch.over) {
      clerk.said('execd', answer);
      sent.push(answer);
      input.write(`${answer}\n`);
      answered = true;
    }
  }
  const more = hearing.rest();
  input.end();
  output.destroy();
  const end = await watch.end();
  return { first, more, answered, starved, deaf: isDeaf(running, sent), ...end };
}

/** Talks as execd does for `delete`: one line, and stdin is closed at once. Nothing is heard. */
export async function tell(
  running: Running,
  message: string,
  clerk: Pick<Clerk, 'said'>,
  limits: Limits,
): Promise<Conversation> {
  const watch = new Watch(running, limits, false);
  clerk.said('execd', message);
  running.input.end(`${message}\n`);
  const end = await watch.end();
  const said = { first: undefined, more: '', answered: false, starved: undefined };
  return { ...said, deaf: isDeaf(running, [message]), ...end };
}

/** Whether a script that has ended left all unread that was sent to it. */
function isDeaf(running: Running, sent: readonly string[]): boolean {
  const left = running.unread();
  return left !== undefined && left === Buffer.byteLength(sent.map((line) => `${line}\n`).join(''));
}

/** Tells whether a script is stuck, given the ms since it began; asked again and again. */
function stuckness(running: Running): (elapsed: number) => boolean {
  let since: number | undefined;
  return (elapsed) => {
    const waits = running.waitsForInput();
    if (waits === undefined) return elapsed > SILENT;
    // A time limit of its own ends the wait without anybody's help.
    since = waits && !running.limitsItself() ? (since ?? elapsed) : undefined;
    return since !== undefined && elapsed - since > STUCK;
  };
}

/** Keeps the time of a script, and ends it when that is up. */
class Watch {
  private readonly began = performance.now();
  private paused = 0;
  private isPaused = false;
  private exit: Exit | undefined;
  private readonly errors: Hearing;
  private readonly alarm: NodeJS.Timeout;
  private readonly ended: Promise<Exit>;
  private readonly lookout: NodeJS.Timeout | undefined;
  /** What the script has been doing lately, and since when. */
  private lately: { readonly waits: Waiting; readonly since: number } = { waits: 'no', since: 0 };
  overdue = false;
  private waited: Conversation['waited'];

  constructor(
    private readonly running: Running,
    limits: Limits,
    silent: boolean,
  ) {
    // A script may close its stdin, or end, before it was told everything: execd does not care either.
    running.input.on('error', () => running.input.destroy());
    this.errors = new Hearing(running.errors, limits.output);
    this.ended = running.exited.then((exit) => {
      this.exit = exit;
      return exit;
    });
    // Whoever waits for the end is told; until then nobody does.
    this.ended.catch(() => undefined);
    this.alarm = setTimeout(() => this.giveUp(), limits.step);
    if (silent) this.lookout = setInterval(() => this.lookOut(), LOOK);
  }

  private giveUp(): void {
    this.overdue = true;
    this.running.kill();
  }

  /** Ends a script that has stood still for long enough to tell that it waits for an answer, and not for execd. */
  private lookOut(): void {
    const forExecd = this.isPaused || this.over || this.running.waitsForInput() !== false;
    const waits = (forExecd ? undefined : this.running.waits(LONGEST_LIMIT)) ?? 'no';
    const { elapsed } = this;
    if (waits !== this.lately.waits) this.lately = { waits, since: elapsed };
    if (waits === 'no' || elapsed - this.lately.since < STANDS_STILL[waits]) return;
    clearInterval(this.lookout);
    this.waited = waits;
    this.giveUp();
  }

  /** Real ms since the script began, pauses left out. */
  get elapsed(): number {
    return performance.now() - this.began - this.paused;
  }

  get over(): boolean {
    return this.exit !== undefined;
  }

  /** Does something that is not the script's time. */
  async pause<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    this.isPaused = true;
    try {
      return await work();
    } finally {
      this.isPaused = false;
      this.paused += performance.now() - from;
    }
  }

  /** Waits for the script's end, and for what it still has to say on stderr. */
  async end(): Promise<Pick<Conversation, 'overdue' | 'waited' | 'exit' | 'stderr' | 'ms'>> {
    try {
      const exit = await this.ended;
      const ms = this.elapsed;
      // A process that it left behind may hold stderr open for ever.
      await Promise.race([this.errors.end(), sleep(LOOK)]);
      return { overdue: this.overdue, waited: this.waited, exit, stderr: this.errors.all(), ms };
    } finally {
      clearTimeout(this.alarm);
      clearInterval(this.lookout);
      this.running.errors.destroy();
    }
  }
}
