import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ScriptCheck } from './checks/check';
import type { Edit } from './finding';
import type { Knowledge } from './knowledge';
import type { Language } from './language';
import { type ReadScript, scriptReader } from './script';
import { keepBaselineWasm } from './syntax/baseline-wasm';
import type { GrammarData } from './syntax/parsers';

// Else each process of tests goes on optimising for half a minute after its last script.
keepBaselineWasm();

const folder = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

/** Reads the grammars where npm put them. For tests only: the product passes its own reader in. */
export const installedGrammars: GrammarData = (name) => readFileSync(path.join(folder, name));

/** Reads scripts with the installed grammars. */
export const readScript: ReadScript = scriptReader(installedGrammars);

const extension: Readonly<Record<Language, string>> = {
  python: 'py',
  bash: 'sh',
  powershell: 'ps1',
  batch: 'cmd',
  other: 'txt',
};

/** A script with ⟦…⟧ around what a check reports. Such marks in `text` are taken out first. */
export async function shown(
  check: ScriptCheck,
  language: Language,
  text: string,
  known: Knowledge = {},
): Promise<string> {
  const plain = text.replace(/[⟦⟧]/g, '');
  const problems = [...check.run(await readScript(plain, `x.${extension[language]}`), known)];
  return problems
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (now, { span: { start, end } }) => `${now.slice(0, start)}⟦${now.slice(start, end)}⟧${now.slice(end)}`,
      plain,
    );
}

/** A text after edits that do not get in each other's way. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}
