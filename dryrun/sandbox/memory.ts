import { readFileSync } from 'node:fs';
import { kill } from './start';

/** How often it is looked, in ms. */
const LOOK = 100;

/** Bytes of a page of memory, in which the kernel counts. */
const PAGE = 4096;

/** Bytes that a socket may hold which nobody reads (net.core.wmem_default). */
const SOCKET = 212_992;

/**
 * Ends everything that runs in a sandbox as soon as it takes too much memory together: a limit that the kernel keeps for
 * each process is none for a hundred of them. What belongs to no process is counted too, as far as there is any: the
 * filter leaves a script no files in memory alone and nothing of System V.
 * @param first the sandbox's first process
 * @param running the processes that run in it now
 * @param most bytes
 * @returns stops watching
 */
export function watchMemory(first: number, running: () => readonly number[], most: number): () => void {
  let least = sharedOfAll();
  const watch = setInterval(() => {
    const pids = running();
    const shared = sharedOfAll();
    least = Math.min(least, shared);
    const own = pids.reduce((sum, pid) => sum + resident(pid), 0) + sockets(first) * SOCKET;
    // What is mapped need not be filled, and the machine's growth may be another's: both together are this one's.
    if (own > most || (shared - least > most && mapped(pids) > most)) for (const pid of pids) kill(pid);
  }, LOOK);
  return () => clearInterval(watch);
}

/** Bytes of memory that a process has in use; 0 where it has ended meanwhile. */
function resident(pid: number): number {
  return Number(text(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE;
}

/** Open sockets of the sandbox's network, of every kind. */
function sockets(first: number): number {
  return Number(/^sockets: used (\d+)/m.exec(text(`/proc/${first}/net/sockstat`))?.[1] ?? 0);
}

/** Bytes of shared memory on the whole machine. */
function sharedOfAll(): number {
  return Number(/^Shmem:\s*(\d+) kB/m.exec(text('/proc/meminfo'))?.[1] ?? 0) * 1024;
}

/** Bytes of shared memory without a name that processes have mapped, whoever filled it: each once. */
function mapped(pids: readonly number[]): number {
  const sizes = new Map<string, number>();
  for (const pid of pids) {
    const lines = text(`/proc/${pid}/maps`).matchAll(
      /^(\w+)-(\w+) ...s \w+ \S+ (\d+) +(?:\/dev\/zero|\/memfd:|\/SYSV)/gm,
    );
    const own = new Map<string, number>();
    for (const [, from = '', to = '', file = ''] of lines)
      own.set(file, (own.get(file) ?? 0) + Number.parseInt(to, 16) - Number.parseInt(from, 16));
    for (const [file, size] of own) sizes.set(file, Math.max(size, sizes.get(file) ?? 0));
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Empty where it has ended meanwhile. */
function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
