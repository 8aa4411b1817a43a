import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { reading } from '../reading';
import { type Entry, file } from '../seed/entry';
import { commandFolders, standIns, triedFirst } from './commands';
import { standInScript } from './script';
import { STAND_IN, STAND_IN_STATE } from './state';

/** The stand-ins that this machine needs: one script, and a link for each command. Looks for what is installed. */
export function standInEntries(): readonly Entry[] {
  const { always, missing } = standIns;
  const folders = [...installed()];
  /** Where the machine has a command. */
  const places = (name: string) =>
    folders.filter(([, names]) => names.has(name)).map(([folder]) => `${folder}/${name}`);
  const names = [
    ...always,
    ...missing.filter((name) => triedFirst.includes(name) || places(name).length === 0),
  ];
  return [
    file(STAND_IN, standInScript(STAND_IN_STATE), 0o755),
    { kind: 'folder', path: STAND_IN_STATE, mode: 0o777 },
    ...names.flatMap((name) =>
      [...new Set([`/usr/sbin/${name}`, `/usr/bin/${name}`, ...places(name)])].map(
        (path): Entry => ({ kind: 'link', path, target: STAND_IN }),
      ),
    ),
  ];
}

/** Whether the machine has a command. */
export function isInstalled(name: string): boolean {
  return [...installed().values()].some((names) => names.has(name));
}

/** The folders of commands, each with the names in it; one that is a link, as /bin often is, by what it leads to. */
const installed = reading((): ReadonlyMap<string, ReadonlySet<string>> => {
  const folders = new Set(
    commandFolders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder)),
  );
  return new Map([...folders].map((folder) => [folder, new Set(readdirSync(folder))]));
});
