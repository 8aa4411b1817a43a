import { type Layer, place } from '../layers';
import { isBoundFirst } from '../mount-table';
import type { Entry } from './entry';
import { type Packed, packed } from './tar';

/** A tar archive of entries, each in the `seed` of its layer, and of the empty folders that an overlay needs. */
export function archive(layers: readonly Layer[], entries: Iterable<Entry>): Buffer {
  const folders = new Set<string>();
  const rows: Packed[] = [];
  /** Folders come before what lies in them, and only once. */
  const ensure = (path: string, mode = 0o755) => {
    if (path === '' || path === '.' || folders.has(path)) return;
    ensure(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    folders.add(path);
    rows.push({ name: `${path}/`, type: '5', mode });
  };
  for (const layer of layers.filter(isBoundFirst)) ensure(`lower/${layer.name}`);
  for (const { name } of layers) for (const part of ['seed', 'up', 'work']) ensure(`${part}/${name}`);
  for (const layer of layers.filter(({ at }) => at !== '/')) {
    const outer = place(
      layers.filter((other) => other !== layer),
      layer.at,
    );
    ensure(`seed/${outer.layer.name}/${outer.rest}`);
  }
  ensure('root');
  const rank = ({ kind, path }: Entry) => `${kind === 'folder' ? 0 : 1}${path}`;
  const sorted = [...entries].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  for (const entry of sorted) {
    const { layer, rest } = place(layers, entry.path);
    const name = rest === '' ? `seed/${layer.name}` : `seed/${layer.name}/${rest}`;
    if (entry.kind === 'folder') ensure(name, entry.mode);
    else {
      ensure(name.slice(0, name.lastIndexOf('/')));
      rows.push(row(name, entry));
    }
  }
  return packed(rows);
}

function row(name: string, entry: Exclude<Entry, { kind: 'folder' }>): Packed {
  switch (entry.kind) {
    case 'file':
      return { name, type: '0', mode: entry.mode, content: Buffer.from(entry.content) };
    case 'link':
      return { name, type: '2', mode: 0o777, target: entry.target };
    case 'nothing':
      // An overlay's mark of a deleted file: a character device 0/0.
      return { name, type: '3', mode: 0 };
  }
}
