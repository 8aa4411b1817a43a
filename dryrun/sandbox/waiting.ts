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
