import { closeSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { once } from '../../wazuh/once';
import { type Found, MOST_OF_A_FILE } from '../effects/snapshot';
import { folderNames } from './folder-names';
import { type Layer, place } from './layers';
import type { Entry } from './seed/entry';

/** What was in the sandbox before a script ran in it. */
export interface Original {
  /** What was at a path; undefined for nothing. */
  at(path: string): Found | undefined;
  /** Names in a folder. */
  names(folder: string): readonly string[];
}

/** What a sandbox was set up with: its entries, and behind them the machine's own files where a layer shows them. */
export function original(layers: readonly Layer[], entries: ReadonlyMap<string, Entry>): Original {
  const shown = (path: string) => place(layers, path).layer.machine && !isHidden(entries, path);
  const parents = parentsOf(entries);
  const made = once(() => namesByFolder(entries.keys()));
  return {
    at(path) {
      const entry = entries.get(path);
      if (entry) return fromEntry(entry);
      const own = shown(path) ? fromMachine(path) : undefined;
      return own ?? (parents.has(path) ? { kind: 'folder', mode: 0o755, opaque: false } : undefined);
    },
    names(folder) {
      const own = shown(folder) ? folderNames(folder) : [];
      return [...new Set([...(made().get(folder) ?? []), ...own])];
    },
  };
}

/** Whether a path, or something that it lies in, is hidden. */
function isHidden(entries: ReadonlyMap<string, Entry>, path: string): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (entries.get(path.slice(0, end))?.kind === 'nothing') return true;
  return false;
}

function namesByFolder(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    const folder = path.slice(0, end);
    const others = names.get(folder) ?? [];
    others.push(path.slice(end + 1));
    names.set(folder, others);
  }
  return names;
}

/** The folders that the archive makes by itself, for what is laid into them. */
function parentsOf(entries: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { path, kind } of entries.values()) {
    if (kind === 'nothing') continue;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      parents.add(path.slice(0, end));
  }
  return parents;
}

function fromEntry(entry: Entry): Found | undefined {
  switch (entry.kind) {
    case 'file':
      return {
        kind: 'file',
        mode: entry.mode,
        content: Buffer.from(entry.content).subarray(0, MOST_OF_A_FILE),
        changed: 0,
      };
    case 'folder':
      return { kind: 'folder', mode: entry.mode, opaque: false };
    case 'link':
      return { kind: 'link', target: entry.target };
    case 'nothing':
      return undefined;
  }
}

function fromMachine(path: string): Found | undefined {
  try {
    const stats = lstatSync(path);
    const mode = stats.mode & 0o7777;
    if (stats.isDirectory()) return { kind: 'folder', mode, opaque: false };
    if (stats.isSymbolicLink()) return { kind: 'link', target: readlinkSync(path) };
    if (!stats.isFile()) return { kind: 'other', mode };
    const content = beginning(path, Math.min(stats.size, MOST_OF_A_FILE));
    return { kind: 'file', mode, content, changed: stats.mtimeMs };
  } catch {
    return undefined;
  }
}

/** @throws the file system's error where it cannot be read */
function beginning(path: string, bytes: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    const content = Buffer.alloc(bytes);
    return content.subarray(0, readSync(fd, content, 0, bytes, 0));
  } finally {
    closeSync(fd);
  }
}
