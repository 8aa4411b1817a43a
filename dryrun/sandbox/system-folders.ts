import { existsSync, lstatSync, readdirSync } from 'node:fs';
import type { Entry } from './seed/entry';

/** At the top, where they are folders; on most systems all but `usr` are links into it. */
const top = ['usr', 'bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

/** What holds programs, libraries and their data, in /usr and in /usr/local. */
const programs = /^(?:s?bin|lib\w*|share)$/;

/** Folders in which a system's programs and libraries are. Nothing else of the machine shows through by itself. */
export function systemFolders(): readonly string[] {
  const isFolder = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return [...top.map((name) => `/${name}`), '/nix/store'].filter(isFolder);
}

/** The links at the top, such as /bin to usr/bin. */
export function systemLinks(): readonly Entry[] {
  return top
    .filter((name) => lstatSync(`/${name}`, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    .map((name) => ({ kind: 'link', path: `/${name}`, target: `usr/${name}` }));
}

/** Whether a folder in /usr or /usr/local is one of programs; what else is there, a user put there. */
export function isOfPrograms(path: string): boolean {
  const [, parent, name] = /^(\/usr(?:\/local)?)\/([^/]+)$/.exec(path) ?? [];
  return name === undefined || programs.test(name) || (parent === '/usr' && name === 'local');
}

/** Whether without a folder no program runs: it cannot be hidden. */
export function isNeeded(path: string): boolean {
  return top.some((name) => path === `/${name}`) || /^\/usr\/(?:s?bin|lib\w*|share)$/.test(path);
}

/** Folders down from /usr/local that are looked through for what not everybody may read. */
const DEPTH = 4;

/** Enough for what people put there by hand; where there is more, it came from packages. */
const MOST = 4000;

/**
 * Hides what lies among the programs and is none of them: folders that a user made in /usr and /usr/local, and what in
 * the latter not everybody may read. The groups of an ordinary user cannot be laid down, so that the script has them too.
 */
export function strangers(): readonly Entry[] {
  const found: Entry[] = [];
  const hide = (path: string) => found.push({ kind: 'nothing', path });
  let seen = 0;
  const search = (path: string, depth: number) => {
    for (const entry of listed(path)) {
      const at = `${path}/${entry.name}`;
      seen++;
      const stats = seen > MOST ? undefined : lstatSync(at, { throwIfNoEntry: false });
      if (!stats || stats.isSymbolicLink()) continue;
      const needed = stats.isDirectory() ? 0o005 : 0o004;
      if ((stats.mode & needed) !== needed) hide(at);
      else if (stats.isDirectory() && depth > 1) search(at, depth - 1);
    }
  };
  for (const parent of ['/usr', '/usr/local'])
    for (const entry of listed(parent)) {
      const at = `${parent}/${entry.name}`;
      // A link leads only to what is shown.
      if (!isOfPrograms(at) && !entry.isSymbolicLink()) hide(at);
    }
  for (const { name } of listed('/usr/local'))
    if (isOfPrograms(`/usr/local/${name}`)) search(`/usr/local/${name}`, DEPTH - 1);
  return found;
}

function listed(path: string) {
  try {
    return existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  } catch {
    return [];
  }
}
