import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What each room may import besides itself: the table of docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  wazuh: [],
  'script-checks': ['wazuh'],
  scaffold: ['wazuh'],
  dryrun: ['script-checks', 'wazuh'],
  server: ['script-checks', 'wazuh'],
  client: ['dryrun', 'scaffold', 'script-checks', 'wazuh'],
  cli: ['server', 'dryrun', 'scaffold', 'script-checks', 'wazuh'],
};

const specifier = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]([^'"]+)['"]/g;

/** Every import that goes upward or sideways, as `file: specifier (why)`. */
async function violations(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const room of Object.keys(mayImport)) {
    const allowed = [room, ...(mayImport[room] ?? [])];
    for (const entry of await readdir(path.join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = path.join(entry.parentPath, entry.name);
      for (const [, target = ''] of (await readFile(file, 'utf8')).matchAll(specifier)) {
        const why = objection(file, target, allowed, room);
        if (why) found.push(`${path.relative(root, file)}: ${target} (${why})`);
      }
    }
  }
  return found;
}

function objection(
  file: string,
  target: string,
  allowed: readonly string[],
  room: string,
): string | undefined {
  if (target === 'vscode') return room === 'client' ? undefined : 'only client knows vscode';
  if (!target.startsWith('.')) return undefined;
  const [home = ''] = path.relative(root, path.resolve(path.dirname(file), target)).split(path.sep);
  if (allowed.includes(home)) return undefined;
  // Tests may lean on the fixtures and the referee's vectors.
  if (home === 'test' && file.endsWith('.test.ts')) return undefined;
  return `${room} may import ${allowed.join(', ')}`;
}

const found = await violations();
for (const line of found) console.error(line);
if (found.length > 0) process.exitCode = 1;
else console.log('layering: imports go downward only');
