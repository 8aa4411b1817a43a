import { type Dirent, readdirSync, readlinkSync } from 'node:fs';
import { isIn } from './layers';
import { type Mount, mountOf } from './mounts';
import { type Entry, folder } from './seed/entry';
import { isOfPrograms } from './system-folders';

/** How folders of the machine come into the sandbox. */
export interface Pieces {
  /** Those that are overlaid. */
  readonly layers: readonly string[];
  /** Folders that take the place of those in which something is mounted, and links to the files of those. */
  readonly entries: readonly Entry[];
  /** Folders that the links lead into, as they are. */
  readonly asTheyAre: readonly AsItIs[];
}

/** A folder of the machine that is bound below `AS_THEY_ARE`, to be read alone. */
export interface AsItIs {
  readonly at: string;
  /** Of the mount that it is in: the kernel lets nobody drop them. */
  readonly options: readonly string[];
  /** What is mounted in it: it is covered. */
  readonly covered: readonly string[];
}

/** Where folders are bound as they are. */
export const AS_THEY_ARE = '/run/machine';

/**
 * Parts folders of the machine so that each can be overlaid. What is mounted in a folder is locked in a namespace of an
 * ordinary user, and the kernel lays no overlay over a folder with something locked in it: it would uncover what the
 * mount covers. So around a mount each sibling is overlaid by itself. What is mounted there is not shown, but for the
 * folders of programs themselves, which may be file systems of their own.
 */
export function pieces(folders: readonly string[], all: readonly Mount[]): Pieces {
  const places = new Set(all.map(({ at }) => at));
  const within = (folder: string) => [...places].filter((at) => at !== folder && isIn(folder, at));
  const [layers, entries]: [string[], Entry[]] = [[], []];
  const asTheyAre = new Map<string, AsItIs>();

  const part = (at: string, top: string) => {
    if (within(at).length === 0) return layers.push(at);
    entries.push(folder(at));
    for (const entry of list(at)) {
      const path = `${at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isOfPrograms(path) && (!places.has(path) || isTop(path))) part(path, top);
      } else if (entry.isSymbolicLink()) entries.push({ kind: 'link', path, target: readlinkSync(path) });
      else if (entry.isFile() && !places.has(path)) {
        entries.push({ kind: 'link', path, target: AS_THEY_ARE + path });
        asTheyAre.set(top, { at: top, options: optionsOf(all, top), covered: within(top) });
      }
    }
    return undefined;
  };
  for (const each of folders) part(each, each);
  const bound = [...asTheyAre.values()];
  entries.push(...bound.map(({ at }) => folder(AS_THEY_ARE + at)));
  return { layers, entries, asTheyAre: bound };
}

/** Whether a folder is one in which a system, or whoever runs it, keeps its programs. */
function isTop(path: string): boolean {
  return /^\/usr(?:\/local)?\/[^/]+$/.test(path);
}

/** Options of a mount that cannot be taken away from a part of it. */
const kept = /^(?:nosuid|nodev|noexec|noatime|nodiratime|relatime)$/;

function optionsOf(all: readonly Mount[], path: string): readonly string[] {
  return (mountOf(all, path)?.options ?? []).filter((option) => kept.test(option));
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
