import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { isIn, type Layer, layersOf, WAZUH_HOME } from './layers';
import { mounts } from './mounts';
import { type AsItIs, type Pieces, pieces } from './pieces';
import type { Base } from './seed/base';
import { type Entry, file } from './seed/entry';
import { machine } from './seed/machine';
import { isNeeded } from './system-folders';

/** A path was named that no sandbox can show. */
export class CannotBeShown extends Error {
  override readonly name = 'CannotBeShown';
}

/** What of the machine a sandbox shows. */
export interface Shown {
  readonly layers: readonly Layer[];
  /** What is laid over it besides the base's entries. */
  readonly entries: readonly Entry[];
  /** The base's entries, without those that are hidden. */
  readonly ofBase: readonly Entry[];
  readonly asTheyAre: readonly AsItIs[];
}

/** Bytes. A bigger file comes into the sandbox only with its folder. */
const BIGGEST_FILE = 8_000_000;

/** Folders that are made for the sandbox, or that speak for the machine as a whole. */
const never = ['/proc', '/sys', '/dev', '/run', WAZUH_HOME];

/**
 * The system's programs and libraries, and what is named. Throws CannotBeShown.
 * @param hidden folders of the user that must not be seen, such as the home and the workspace
 * @param named paths that are shown too
 */
export function shownOf(base: Base, hidden: readonly string[], named: readonly string[]): Shown {
  const paths = named.map(real);
  const own = paths.filter((path) => lstatSync(path).isDirectory());
  const files = paths.filter((path) => !own.includes(path));
  const more: Pieces = own.length > 0 ? pieces(own, mounts()) : { layers: [], entries: [], asTheyAre: [] };
  const shown = [...base.system.layers, ...more.layers];
  const tops = [...shown, ...[...base.system.asTheyAre, ...more.asTheyAre].map(({ at }) => at)];
  const away = hidden
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .filter((path) => !isNeeded(path) && !own.includes(path) && tops.some((at) => isIn(at, path)));
  const [blocked, ofBase] = [
    uncovered(base.entries, own),
    base.entries.filter(({ path }) => !isInAny(away, path)),
  ];
  const layers = layersOf(shown, [...away, ...blocked]);
  return {
    layers,
    entries: [...more.entries, ...machine(layersOf(more.layers)), ...files.map(copied)],
    ofBase,
    asTheyAre: [...base.system.asTheyAre, ...more.asTheyAre].map((each) => ({
      ...each,
      covered: outermost(
        [...each.covered, ...away, ...nothings(base.entries)].filter((path) => isIn(each.at, path)),
      ),
    })),
  };
}

/** Where nothing is, and yet something in it is named: an empty folder. */
function uncovered(entries: readonly Entry[], named: readonly string[]): readonly string[] {
  return nothings(entries).filter((path) => named.some((at) => at !== path && isIn(path, at)));
}

/** What is covered covers all that is in it. */
function outermost(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)];
  return all.filter((path) => !all.some((other) => other !== path && isIn(other, path)));
}

function nothings(entries: readonly Entry[]): readonly string[] {
  return entries.filter(({ kind }) => kind === 'nothing').map(({ path }) => path);
}

function isInAny(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => isIn(folder, path));
}

function real(path: string): string {
  const refuse = () =>
    new CannotBeShown(
      t(
        '{0} cannot be shown in the sandbox. Name a file or a folder that is there, by its absolute path, and not the whole machine.',
        path,
      ),
    );
  if (!path.startsWith('/') || !existsSync(path)) throw refuse();
  const found = realpathSync(path);
  const stats = lstatSync(found);
  const fits = stats.isDirectory() || (stats.isFile() && stats.size <= BIGGEST_FILE);
  if (!fits || found === '/' || isInAny(never, found)) throw refuse();
  return found;
}

function copied(path: string): Entry {
  return file(path, readFileSync(path), lstatSync(path).mode & 0o777);
}
