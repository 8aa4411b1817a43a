import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { t } from '@vscode/l10n';
import type { Program } from './seed/wazuh-home';

/** Bytes. Bigger files are data, not helpers. */
const BIGGEST = 1_000_000;

/** Bytes of a script, and of all its helpers together: what they bring never fills the sandbox. */
const most = { script: 16_000_000, helpers: 8_000_000 } as const;

/** What is to be run is nothing that a sandbox can hold: no reason to run it without one. */
export class ScriptRefused extends Error {
  override readonly name = 'ScriptRefused';
}

/**
 * A script, and the files beside it that it names, such as a helper that it calls or a Python module that it imports:
 * they would be deployed with it. Nothing else of that folder goes into the sandbox, and of very many the first alone.
 * Rejects if the script cannot be read, with ScriptRefused if it is no file or as big as none is.
 * @param script absolute path
 */
export async function programs(script: string): Promise<readonly [Program, ...Program[]]> {
  const [folder, own] = [path.dirname(script), path.basename(script)];
  const what = await stat(script);
  if (!what.isFile()) throw new ScriptRefused(t('{0} is not a file.', script));
  if (what.size > most.script)
    throw new ScriptRefused(
      t(
        '{0} has {1} MB. A script of more than {2} MB is not tried.',
        script,
        megabytes(what.size),
        megabytes(most.script),
      ),
    );
  const content = await readFile(script);
  const text = content.toString('latin1');
  const named = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name !== own && names(text, entry.name),
  );
  const beside: Program[] = [];
  let left: number = most.helpers;
  for (const { name } of named) {
    const file = path.join(folder, name);
    const bytes = (await stat(file)).size;
    if (bytes > BIGGEST || bytes > left) continue;
    left -= bytes;
    beside.push({ name, content: await readFile(file) });
  }
  return [{ name: own, content }, ...beside];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

function names(text: string, file: string): boolean {
  const module = /^([A-Za-z_]\w*)\.py$/.exec(file)?.[1];
  if (module && new RegExp(String.raw`^\s*(?:import|from)\s+${module}\b`, 'm').test(text)) return true;
  const escaped = file.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.-])${escaped}(?![\w-])`).test(text);
}
