import { layersOf } from '../layers';
import { mounts } from '../mounts';
import { type Pieces, pieces } from '../pieces';
import { reading } from '../reading';
import { standInEntries } from '../stand-ins/entries';
import { strangers, systemFolders, systemLinks } from '../system-folders';
import { archive } from './archive';
import type { Entry } from './entry';
import { etc } from './etc';
import { machine } from './machine';

/** What every sandbox on this machine starts from. */
export interface Base {
  /** The system's programs and libraries. */
  readonly system: Pieces;
  readonly entries: readonly Entry[];
  /** The entries as an archive. */
  readonly packed: Buffer;
}

export const base = reading((): Base => {
  const system = pieces(systemFolders(), mounts());
  const layers = layersOf(system.layers);
  const entries = [
    ...systemLinks(),
    ...system.entries,
    ...machine(layers),
    ...strangers(),
    ...etc(),
    ...standInEntries(),
  ];
  return { system, entries, packed: archive(layers, entries) };
});
