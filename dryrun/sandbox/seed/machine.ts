import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { isSharedLink, type Layer } from '../layers';
import { type Entry, file, folder } from './entry';

/**
 * The script is root only of its own namespace: what the machine's root owns it may read, not write. So that it can
 * write as a real root could, the folders that a response may write into are laid over the machine's, and so are the
 * files of /etc. Only what everybody may read is copied; of /etc, the rest is hidden, keys and passwords first of all.
 */
const depths: Readonly<Record<string, number>> = { etc: 3, var: 3, usr: 2, opt: 2, srv: 2 };

/** Folders with many entries that no response changes: they show through as they are. */
const asTheyAre =
  /^\/(?:etc\/(?:alternatives|ssl|fonts|apparmor\.d|rc[S\d]\.d|X11)|usr\/(?:share|include|lib\w*|src)|var\/cache)$/;

/** Bytes. Bigger files of /etc show through as they are. */
const BIGGEST_COPY = 65_536;

/** Enough for any machine seen; a folder with more is cut, so that a run stays quick. */
const MOST_ENTRIES = 4000;

/** The machine's folders as the script may write into them, and the files of its /etc. Reads the disk. */
export function machine(layers: readonly Layer[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { at, machine: shown } of layers) {
    const depth = depths[at.slice(1)];
    if (shown && depth !== undefined) copy(at, depth, entries);
  }
  return entries;
}

/** The links at the top, such as /bin, and whether each other top-level name is a folder. */
export function topLevel(): { readonly folders: readonly string[]; readonly links: readonly Entry[] } {
  const folders: string[] = [];
  const links: Entry[] = [];
  for (const found of readdirSync('/', { withFileTypes: true })) {
    if (found.isDirectory()) folders.push(found.name);
    else if (found.isSymbolicLink() && isSharedLink(found.name))
      links.push({ kind: 'link', path: `/${found.name}`, target: `usr/${found.name}` });
  }
  return { folders, links };
}

function copy(path: string, depth: number, entries: Entry[]): void {
  const stats = lstat(path);
  if (!stats || entries.length >= MOST_ENTRIES) return;
  if (stats.isDirectory()) {
    if (!mayAll(stats, 0o005) || asTheyAre.test(path)) return;
    entries.push(folder(path, stats.mode & 0o7777));
    if (depth > 0) for (const name of list(path)) copy(`${path}/${name}`, depth - 1, entries);
  } else if (stats.isFile() && path.startsWith('/etc/')) {
    if (!mayAll(stats, 0o004)) entries.push({ kind: 'nothing', path });
    else if (stats.size <= BIGGEST_COPY) {
      const content = read(path);
      if (content) entries.push(file(path, content, stats.mode & 0o777));
    }
  }
}

function mayAll(stats: Stats, bits: number): boolean {
  return (stats.mode & bits) === bits;
}

/** The machine changes while it is read, and may refuse: what is not there is left out. */
function lstat(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
