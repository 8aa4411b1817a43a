import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { ends, reading, writing } from './pipe';
import type { Exit, Running } from './sandbox';
import { family, limitsItself, waiting, waitsFor } from './waiting';

/** A program to start: its words, its environment, its working directory. */
export interface Command {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether the process that is started only waits for the program, as nsenter does. */
  readonly isKeeper?: true;
}

/** Bytes that a pipe of Linux holds. */
const CAPACITY = 65_536;

/** How many pipes a start takes: stdin and stderr, and where execd listens, stdout. */
export const pipesPerStart = { add: 3, delete: 2 } as const;

/**
 * Starts a program with real pipes, as execd does.
 * @param pipes what makePipes gave; those that are used are taken out
 * @param heard whether its stdout is listened to; else it leads nowhere
 */
export function startWithPipes(
  { words, env, cwd, isKeeper }: Command,
  pipes: number[],
  heard: boolean,
): Running {
  const pipe = () => {
    const both = pipes.pop();
    if (both === undefined) throw new Error('More starts than there are pipes for');
    return ends(both);
  };
  const [input, errors] = [pipe(), pipe()];
  const output = heard ? pipe() : undefined;
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    env,
    cwd,
    stdio: [input.read, output?.write ?? 'ignore', errors.write],
    detached: true,
  });
  const { dev, ino } = fstatSync(input.read);
  const left = leftovers(child, input.read);
  for (const fd of [input.read, output?.write, errors.write]) if (fd !== undefined) closeSync(fd);
  return {
    input: writing(input.write),
    output: output && reading(output.read),
    errors: reading(errors.read),
    exited: exit(child),
    pid: child.pid,
    waitsForInput: () => (child.pid === undefined ? false : waitsFor(child.pid, { dev, ino })),
    limitsItself: () => child.pid !== undefined && limitsItself(child.pid),
    waits: (most) => (child.pid === undefined ? undefined : waiting(child.pid, most)),
    unread: left,
    kill: () => (isKeeper ? killKept(child) : killGroup(child)),
  };
}

/** Starts a program with what Node has for pipes, on systems where no others can be had. */
export function startWithSockets({ words, env, cwd }: Command, heard: boolean): Running {
  const [command = '', ...rest] = words;
  const unix = process.platform !== 'win32';
  const child = spawn(command, rest, {
    env,
    cwd,
    stdio: ['pipe', heard ? 'pipe' : 'ignore', 'pipe'],
    detached: unix,
  });
  const [input, output, errors]: [Writable | null, Readable | null, Readable | null] = [
    child.stdin,
    child.stdout,
    child.stderr,
  ];
  if (!input || !errors) throw new Error('A child without stdin and stderr');
  return {
    input,
    output: output ?? undefined,
    errors,
    exited: exit(child),
    pid: child.pid,
    waitsForInput: () => undefined,
    limitsItself: () => false,
    waits: () => undefined,
    unread: () => undefined,
    kill: () => (unix ? killGroup(child) : child.kill('SIGKILL')),
  };
}

/** Looks, when a process has ended, how much is left in the pipe that it was to read. It is another end of the pipe that is looked through. */
function leftovers(child: ChildProcess, pipe: number): () => number | undefined {
  const end = openSync(`/proc/self/fd/${pipe}`, constants.O_RDONLY | constants.O_NONBLOCK);
  let left: number | undefined;
  child.once('exit', () => {
    try {
      left = readSync(end, Buffer.alloc(CAPACITY));
    } catch (problem) {
      // Nothing is in it, and it may yet be written to.
      if (problem instanceof Error && 'code' in problem && problem.code === 'EAGAIN') left = 0;
    }
    closeSync(end);
  });
  child.once('error', () => closeSync(end));
  return () => left;
}

function exit(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** The process and all that it started and that did not leave its group. */
function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) kill(-child.pid);
}

/**
 * What a process keeps first, so that it takes its leave of that: what has ended and is taken leave of by nobody holds up
 * the end of its namespace. The init of a container may take its time, or never do it.
 */
function killKept(child: ChildProcess): void {
  const kept = child.pid === undefined ? [] : family(child.pid).slice(1);
  if (kept.length === 0) killGroup(child);
  else child.once('exit', () => killGroup(child));
  for (const pid of kept) kill(pid);
}

/** Ends a process, or with a negative number a group. What has ended already need not be ended. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ESRCH')) throw problem;
  }
}
