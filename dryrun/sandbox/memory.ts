import { readFileSync } from 'node:fs';
import { kill } from './start';

/** How often it is looked, in ms. */
const LOOK = 100;

/** Bytes of a page of memory, in which the kernel counts. */
const PAGE = 4096;

/**
 * Ends everything that runs in a sandbox as soon as it takes too much memory together: a limit that the kernel keeps for
 * each process is none for a hundred of them.
 * @param running the processes that run in it now
 * @param most bytes
 * @returns stops watching
 */
export function watchMemory(running: () => readonly number[], most: number): () => void {
  const watch = setInterval(() => {
    const pids = running();
    if (pids.reduce((sum, pid) => sum + resident(pid), 0) > most) for (const pid of pids) kill(pid);
  }, LOOK);
  return () => clearInterval(watch);
}

/** Bytes of memory that a process has in use; 0 where it has ended meanwhile. */
function resident(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE;
  } catch {
    return 0;
  }
}
