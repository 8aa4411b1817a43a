import { type Layer, layersOf } from '../layers';
import { reading } from '../reading';
import { standInEntries } from '../stand-ins/entries';
import { archive } from './archive';
import type { Entry } from './entry';
import { machine, topLevel } from './machine';

/** What every sandbox on this machine starts from. */
export interface Base {
  readonly layers: readonly Layer[];
  readonly entries: readonly Entry[];
  /** The entries as an archive. */
  readonly packed: Buffer;
}

export const base = reading((): Base => {
  const { folders, links } = topLevel();
  const layers = layersOf(folders);
  const entries = [...links, ...machine(layers), ...standInEntries()];
  return { layers, entries, packed: archive(layers, entries) };
});
