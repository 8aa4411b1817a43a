import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Program } from './seed/wazuh-home';

/** Bytes. Bigger files are data, not helpers. */
const BIGGEST = 1_000_000;

/**
 * A script, and the files beside it that it names, such as a helper that it calls or a Python module that it imports:
 * they would be deployed with it. Nothing else of that folder goes into the sandbox. Rejects if the script cannot be read.
 * @param script absolute path
 */
export async function programs(script: string): Promise<readonly [Program, ...Program[]]> {
  const [folder, own] = [path.dirname(script), path.basename(script)];
  const content = await readFile(script);
  const text = content.toString('latin1');
  const named = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name !== own && names(text, entry.name),
  );
  const beside: Program[] = [];
  for (const { name } of named) {
    const file = path.join(folder, name);
    if ((await stat(file)).size <= BIGGEST) beside.push({ name, content: await readFile(file) });
  }
  return [{ name: own, content }, ...beside];
}

function names(text: string, file: string): boolean {
  const module = /^([A-Za-z_]\w*)\.py$/.exec(file)?.[1];
  if (module && new RegExp(String.raw`^\s*(?:import|from)\s+${module}\b`, 'm').test(text)) return true;
  const escaped = file.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.-])${escaped}(?![\w-])`).test(text);
}
