import { existsSync, readFileSync, statSync } from 'node:fs';
import { folderNames } from './folder-names';

/** A pipe as the kernel knows it: what fstat says of either end. */
export interface PipeId {
  readonly dev: number;
  readonly ino: number;
}

/** Number of the read system call. */
const readCall: Readonly<Partial<Record<NodeJS.Architecture, number>>> = { x64: 0, arm64: 63, riscv64: 63 };

/**
 * Whether a process, or one that it started, is blocked in reading a pipe, while none of them works. Undefined where
 * the kernel does not tell.
 * @param pid the process that was started; it need not be the one that reads
 */
export function waitsFor(pid: number, pipe: PipeId): boolean | undefined {
  const call = readCall[process.arch];
  if (call === undefined) return undefined;
  let [waits, hidden] = [false, false];
  for (const each of family(pid)) {
    const state = text(`/proc/${each}/syscall`);
    if (state === undefined) {
      hidden ||= existsSync(`/proc/${each}`);
      continue;
    }
    if (state.startsWith('running')) return false;
    const [number, descriptor] = state.split(' ');
    if (Number(number) === call && isPipe(`/proc/${each}/fd/${Number(descriptor)}`, pipe)) waits = true;
  }
  return waits || (hidden ? undefined : false);
}

/** Where the time limit of a call that waits stands among its arguments: a number of ms, or a place in memory. */
interface TimeLimit {
  readonly at: number;
  readonly unit: 'ms' | 'pointer';
}

/** Calls that wait for somebody else, by their numbers: `none` where they know no time limit. */
const waits: Readonly<Partial<Record<NodeJS.Architecture, ReadonlyMap<number, TimeLimit | 'none'>>>> = {
  x64: new Map<number, TimeLimit | 'none'>([
    // read, write, connect, accept, recvfrom, recvmsg, wait4, waitid, pause, rt_sigsuspend, accept4
    ...[0, 1, 42, 43, 45, 47, 61, 247, 34, 130, 288].map((call) => [call, 'none'] as const),
    // poll, epoll_wait, epoll_pwait
    [7, { at: 2, unit: 'ms' }],
    [232, { at: 3, unit: 'ms' }],
    [281, { at: 3, unit: 'ms' }],
    // select, pselect6, ppoll, futex, epoll_pwait2
    [23, { at: 4, unit: 'pointer' }],
    [270, { at: 4, unit: 'pointer' }],
    [271, { at: 2, unit: 'pointer' }],
    [202, { at: 3, unit: 'pointer' }],
    [441, { at: 3, unit: 'pointer' }],
  ]),
  arm64: new Map<number, TimeLimit | 'none'>([
    ...[63, 64, 203, 202, 207, 212, 260, 95, 133, 242].map((call) => [call, 'none'] as const),
    [22, { at: 3, unit: 'ms' }],
    [72, { at: 4, unit: 'pointer' }],
    [73, { at: 2, unit: 'pointer' }],
    [98, { at: 3, unit: 'pointer' }],
    [441, { at: 3, unit: 'pointer' }],
  ]),
};

/** The bits of SIGALRM and SIGVTALRM in a mask of signals. */
const [ALARM, VIRTUAL_ALARM] = [1n << 13n, 1n << 25n];

/** `no`: it works; `for a while`: until a time limit of its own; `for ever`: until somebody else does something. */
export type Waiting = 'no' | 'for a while' | 'for ever';

/**
 * Whether a process and all that it started wait. Undefined where the kernel does not tell.
 * @param most ms; a longer time limit is none
 */
export function waiting(pid: number, most: number): Waiting | undefined {
  const known = waits[process.arch];
  if (!known) return undefined;
  let found: Waiting | undefined;
  for (const each of family(pid)) {
    if (hasTimer(each)) found = 'for a while';
    for (const task of folderNames(`/proc/${each}/task`)) {
      const state = text(`/proc/${each}/task/${task}/syscall`);
      if (state === undefined) continue;
      if (state.startsWith('running')) return 'no';
      if (!waitsLong(state, known, most)) found = 'for a while';
      found ??= 'for ever';
    }
  }
  return found;
}

/** @param state the number of the call and its arguments, as the kernel shows them */
function waitsLong(state: string, known: ReadonlyMap<number, TimeLimit | 'none'>, most: number): boolean {
  const [call = '', ...words] = state.split(' ');
  const limit = known.get(Number(call));
  if (limit === undefined || limit === 'none') return limit === 'none';
  const value = BigInt(words[limit.at] ?? 0);
  if (limit.unit === 'pointer') return value === 0n;
  const ms = Number(BigInt.asIntN(32, value));
  return ms < 0 || ms >= most;
}

/** Whether a process, or one that it started, has a time limit: `timeout 5 cat`, `read -t 5`. */
export function limitsItself(pid: number): boolean {
  return family(pid).some(hasTimer);
}

/** Whether a process has set an alarm. Shells that clean up behind themselves catch every signal that ends them. */
function hasTimer(pid: number): boolean {
  if ((text(`/proc/${pid}/timers`) ?? '') !== '') return true;
  const caught = BigInt(`0x${/^SigCgt:\s*(\w+)/m.exec(text(`/proc/${pid}/status`) ?? '')?.[1] ?? '0'}`);
  return (caught & ALARM) !== 0n && (caught & VIRTUAL_ALARM) === 0n;
}

/** A process and everything below it. */
export function family(pid: number): readonly number[] {
  const found = [pid];
  for (let at = 0; at < found.length && found.length < 1000; at++) {
    for (const task of folderNames(`/proc/${found[at]}/task`)) {
      const children = text(`/proc/${found[at]}/task/${task}/children`) ?? '';
      found.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return found;
}

function isPipe(path: string, { dev, ino }: PipeId): boolean {
  try {
    const stats = statSync(path);
    return stats.dev === dev && stats.ino === ino;
  } catch {
    return false;
  }
}

/** Undefined where the process has ended meanwhile, or is none of ours. */
function text(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
