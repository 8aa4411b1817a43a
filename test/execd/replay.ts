import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { arCommands } from '../../dryrun/execd/ar-conf';
import { converse, tell } from '../../dryrun/execd/conversation';
import {
  type Answer,
  answer,
  type Execd,
  expire,
  type Pending,
  type Run,
  receive,
  type Settings,
  shutdown,
  started,
} from '../../dryrun/execd/execd';
import { offenderMinutes } from '../../dryrun/execd/offenders';
import { usualLimits } from '../../dryrun/sandbox/limits';
import type { Exit, Running } from '../../dryrun/sandbox/sandbox';
import type { Logged, Recording, Start } from './recording';

/** What our execd did with the messages of a recording. */
export interface Replayed {
  readonly log: readonly Logged[];
  /** `read` is all that was sent: a script may have ended before it read that. */
  readonly starts: readonly Omit<Start, 'wrote' | 'exit'>[];
}

/** execd looks every second for what is due. */
const TICK = 1000;

/** Gives our execd the messages of a recording, with scripts that write and end as the recorded ones did. */
export async function replay(recording: Recording): Promise<Replayed> {
  const execd = new Replay(recording);
  for (const { at, message } of recording.queue) {
    await execd.until(Math.min(at, recording.stop));
    // execd is busy with a script until that has ended.
    if (execd.now < recording.stop) await execd.receive(message);
  }
  await execd.until(recording.stop);
  await execd.stop();
  return execd;
}

class Replay implements Replayed {
  readonly log: Logged[] = [];
  readonly starts: Omit<Start, 'wrote' | 'exit'>[] = [];
  now = 0;
  private execd: Execd = started;
  private readonly settings: Settings;

  constructor(private readonly recording: Recording) {
    const { arConf, absent, offenders } = recording;
    this.settings = {
      version: '4.14',
      commands: arCommands(
        arConf.join('\n'),
        (program) => !absent.some((name) => program.endsWith(`/${name}`)),
      ),
      present: () => true,
      offenders: offenderMinutes(offenders),
    };
  }

  /** Lets the time pass up to a moment, undoing what is due on the way. */
  async until(moment: number): Promise<void> {
    for (;;) {
      const { execd, due } = expire(this.execd, Math.floor(this.now / TICK));
      this.execd = execd;
      for (const pending of due) {
        this.log.push({ at: this.now, undoes: pending.message, after: pending.timeout });
        await this.tell(pending);
      }
      if (this.now >= moment) return;
      this.now = Math.min(moment, (Math.floor(this.now / TICK) + 1) * TICK);
    }
  }

  async receive(message: string): Promise<void> {
    const received = receive(message, this.settings);
    switch (received.kind) {
      case 'refused':
        this.log.push({ at: this.now, refused: received.number });
        return;
      case 'passed over':
      case 'restart':
        return;
      case 'run':
        await this.run(received.run);
    }
  }

  async stop(): Promise<void> {
    const { due } = shutdown(this.execd);
    for (const pending of due) {
      this.log.push({ at: this.now, undoes: pending.message });
      await this.tell(pending);
    }
  }

  private async run(run: Run): Promise<void> {
    this.log.push({ at: this.now, runs: run.line });
    const script = this.script(run.program);
    if (!script) {
      this.log.push({ at: this.now, unheard: true });
      return;
    }
    const { probe, running, read } = script;
    const at = this.now;
    let answered: Answer | undefined;
    const clerk = {
      answer: async (line: string) => {
        answered = answer(this.execd, run, line, Math.floor(this.now / TICK), this.settings);
        return answered.line;
      },
      said: () => undefined,
      starves: () => undefined,
    };
    await converse(running, run.line, clerk, usualLimits);
    this.starts.push({ program: run.program, at, read: await read, ended: running.input.writableEnded });
    // A script that works for long keeps execd; the others are started and over in a moment.
    if (probe.exit - probe.at >= TICK) this.now = Math.max(this.now, probe.exit);
    // One that execd's end found still at work was not answered any more.
    if (!answered && this.now < this.recording.stop) this.log.push({ at: this.now, unheard: true });
    if (answered) this.remember(run, answered);
  }

  private remember(run: Run, { execd, key, word, timeout }: Answer): void {
    if (this.execd.offences.has(key)) this.log.push({ at: this.now, offender: timeout });
    const promised = execd.pending.at(-1);
    if (word === 'abort') this.log.push({ at: this.now, renews: true });
    else if (run.timeout !== 0 && promised)
      this.log.push({ at: this.now, promises: promised.message, in: promised.timeout });
    this.execd = execd;
  }

  private async tell({ program, message }: Pending): Promise<void> {
    const script = this.script(program);
    if (!script) return;
    await tell(script.running, message, { said: () => undefined }, usualLimits);
    this.starts.push({ program, at: this.now, read: await script.read, ended: true });
  }

  /** The recorded script that comes next, made alive; undefined for one that could not be started. */
  private script(program: string) {
    const probe = this.recording.starts[this.starts.length];
    return probe?.program === program ? { probe, ...alive(probe) } : undefined;
  }
}

function withResolvers<T>() {
  const resolvers: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => resolvers.push(resolve));
  return { promise, resolve: (value: T) => resolvers.forEach((resolve) => void resolve(value)) };
}

/** A script that reads its first line, writes what was recorded, and ends at the end of its input. */
function alive({ wrote }: Start): { readonly running: Running; readonly read: Promise<string> } {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const chunks: Buffer[] = [];
  const { promise: exited, resolve: end } = withResolvers<Exit>();
  input.once('data', () => {
    if (wrote === '') input.end();
    output.end(wrote);
  });
  input.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const read = once(input, 'end').then(() => {
    errors.end();
    end({ code: 0, signal: null });
    return Buffer.concat(chunks).toString();
  });
  const running: Running = {
    input,
    output,
    errors,
    exited,
    pid: undefined,
    waitsForInput: () => true,
    limitsItself: () => false,
    waits: () => undefined,
    unread: () => undefined,
    kill: () => end({ code: null, signal: 'SIGKILL' }),
  };
  return { running, read };
}
