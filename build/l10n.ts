import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getL10nJson, type IScriptFile } from '@vscode/l10n-dev';

const root = path.resolve(import.meta.dirname, '..');
const rooms = ['cli', 'client', 'dryrun', 'scaffold', 'script-checks', 'server', 'wazuh'];

/** Writes `l10n/bundle.l10n.json`: every sentence that the extension, the server and the command line can say, for translators. */
async function exportStrings(): Promise<void> {
  const files = (await Promise.all(rooms.map(sources))).flat().toSorted();
  const scripts = await Promise.all(
    files.map(
      async (file): Promise<IScriptFile> => ({
        extension: '.ts',
        contents: inOneForm(await readFile(file, 'utf8')),
      }),
    ),
  );
  const strings = await getL10nJson(scripts);
  const sorted = Object.fromEntries(Object.entries(strings).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(path.join(root, 'l10n/bundle.l10n.json'), `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${Object.keys(sorted).length} strings`);
}

async function sources(room: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, room), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The exporter looks for `l10n.t(…)` alone, and most of our files import `t` itself. */
function inOneForm(text: string): string {
  const bare = "import { t } from '@vscode/l10n';";
  if (!text.includes(bare)) return text;
  return text.replace(bare, "import * as l10n from '@vscode/l10n';").replaceAll(/(?<![\w.$])t\(/g, 'l10n.t(');
}

await exportStrings();
