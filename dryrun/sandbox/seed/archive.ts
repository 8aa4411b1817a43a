import { packTar, type TarEntry } from 'modern-tar';
import { type Layer, place } from '../layers';
import type { Entry } from './entry';

/** A tar archive of entries, each in the `seed` of its layer, and of the empty folders that an overlay needs. */
export function archive(layers: readonly Layer[], entries: Iterable<Entry>): Promise<Uint8Array> {
  const folders = new Set<string>();
  const rows: TarEntry[] = [];
  /** Folders come before what lies in them, and only once. */
  const ensure = (path: string, mode = 0o755) => {
    if (path === '' || path === '.' || folders.has(path)) return;
    ensure(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    folders.add(path);
    rows.push({ header: { name: `${path}/`, type: 'directory', size: 0, mode } });
  };
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
  return packTar(rows);
}

function row(name: string, entry: Exclude<Entry, { kind: 'folder' }>): TarEntry {
  switch (entry.kind) {
    case 'file': {
      const body = Buffer.from(entry.content);
      return { header: { name, type: 'file', size: body.length, mode: entry.mode }, body };
    }
    case 'link':
      return { header: { name, type: 'symlink', size: 0, linkname: entry.target } };
    case 'nothing':
      // An overlay's mark of a deleted file: a character device 0/0.
      return { header: { name, type: 'character-device', size: 0, mode: 0 } };
  }
}
