import { lstatSync, readdirSync, type Stats } from 'node:fs';
import type { Layer } from '../layers';
import { isOfPrograms } from '../system-folders';
import { type Entry, folder } from './entry';

/**
 * The script is root only of its own namespace: what the machine's root owns it may read, not write. So that it can
 * write as a real root could, the folders that a response may write into are laid over the machine's.
 */
const DEPTH = 2;

/** Folders with many entries that no response changes: they show through as they are. */
const asTheyAre = /^\/(?:usr\/)?(?:share|lib\w*)(?:\/|$)|^\/nix\//;

/** Enough for any machine seen; a folder with more is cut, so that a run stays quick. */
const MOST_ENTRIES = 4000;

/** The machine's folders as the script may write into them. Reads the disk. */
export function machine(layers: readonly Layer[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { at, machine: shown } of layers) if (shown) copy(at, DEPTH, entries);
  return entries;
}

function copy(path: string, depth: number, entries: Entry[]): void {
  const stats = lstat(path);
  if (!stats?.isDirectory() || entries.length >= MOST_ENTRIES) return;
  if ((stats.mode & 0o005) !== 0o005 || asTheyAre.test(path) || !isOfPrograms(path)) return;
  entries.push(folder(path, stats.mode & 0o7777));
  if (depth === 0) return;
  for (const entry of list(path)) if (entry.isDirectory()) copy(`${path}/${entry.name}`, depth - 1, entries);
}

/** The machine changes while it is read, and may refuse: what is not there is left out. */
function lstat(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
