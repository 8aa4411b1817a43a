import { type Layer, layersOf } from '../layers';
import { standInEntries } from '../stand-ins/entries';
import { archive } from './archive';
import type { Entry } from './entry';
import { machine, topLevel } from './machine';

/** What every sandbox on this machine starts from. */
export interface Base {
  readonly layers: readonly Layer[];
  readonly entries: readonly Entry[];
  /** The entries as an archive. */
  readonly packed: Promise<Uint8Array>;
}

/** ms for which a reading of the machine is good: reading and packing it takes longer than all else. */
const FRESH = 60_000;

let latest: { readonly base: Base; readonly read: number } | undefined;

/** Reads the machine, or gives what was read a moment ago. */
export function base(): Base {
  if (!latest || performance.now() - latest.read > FRESH)
    latest = { base: readBase(), read: performance.now() };
  return latest.base;
}

function readBase(): Base {
  const { folders, links } = topLevel();
  const layers = layersOf(folders);
  const entries = [...links, ...machine(layers), ...standInEntries()];
  return { layers, entries, packed: archive(layers, entries) };
}
