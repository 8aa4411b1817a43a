import { existsSync } from 'node:fs';
import { type Entry, file } from './entry';
import { requests } from './lent/requests';
import { urllib3 } from './lent/urllib3';
import { pythonFolders } from './trust';

const modules: Readonly<Record<string, Readonly<Record<string, string>>>> = { requests, urllib3 };

/**
 * Modules of Python that Wazuh's own Python and most hosts have, where this machine has none: small ones that do the same
 * over the standard library, as far as responses use them, so that a script is not blamed for what is missing here.
 * @param texts the scripts; what they do not name is not lent
 */
export function lentModules(texts: string): readonly Entry[] {
  const folders = pythonFolders();
  // requests comes with urllib3.
  if (!/\b(?:requests|urllib3)\b/.test(texts)) return [];
  const missing = Object.entries(modules).filter(([name]) => !folders.some((folder) => holds(folder, name)));
  // Beside the standard library, which every Python looks through.
  const standard = folders.filter((folder) => existsSync(`${folder}/os.py`));
  return missing.flatMap(([name, files]) =>
    standard.flatMap((folder) =>
      Object.entries(files).map(([path, text]) => file(`${folder}/${name}/${path}.py`, text)),
    ),
  );
}

function holds(folder: string, name: string): boolean {
  return ['dist-packages', 'site-packages'].some((packages) =>
    [name, `${name}.py`].some((entry) => existsSync(`${folder}/${packages}/${entry}`)),
  );
}
