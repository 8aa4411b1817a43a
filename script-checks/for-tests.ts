import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type ReadScript, scriptReader } from './script';
import type { GrammarData } from './syntax/parsers';

const folder = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

/** Reads the grammars where npm put them. For tests only: the product passes its own reader in. */
export const installedGrammars: GrammarData = (name) => readFileSync(path.join(folder, name));

/** Reads scripts with the installed grammars. */
export const readScript: ReadScript = scriptReader(installedGrammars);
