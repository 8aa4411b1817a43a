import path from 'node:path';
import * as vscode from 'vscode';
import { executables } from '../dry-run/binding';
import { configurations, textOf } from '../dry-run/configurations';
import { isTestable } from './testable';

/** The folder that Wazuh runs scripts from, as a glob for what lies in it. */
export const BIN = '**/active-response/bin/*';
const EXCLUDED = '**/{node_modules,.git}/**';
/** Files looked at; a workspace with more is unheard of. */
const MOST = 500;
/** Bytes from which a script is told: its first line is enough. */
const BEGINNING = 256;

/**
 * The scripts of the workspace: what lies in active-response/bin, and what a command of a configuration names, wherever
 * it lies. Files are read, and never opened as documents: that would wake the extensions of their languages.
 */
export async function findScripts(): Promise<readonly vscode.Uri[]> {
  const [inBin, named] = await Promise.all([
    vscode.workspace.findFiles(BIN, EXCLUDED, MOST),
    namedByCommands(),
  ]);
  const all = [...new Map([...inBin, ...named].map((uri) => [uri.toString(), uri])).values()];
  const scripts = await Promise.all(
    all
      .filter(({ scheme }) => scheme === 'file')
      .map(async (uri) => (isTestable(path.basename(uri.path), await beginning(uri)) ? [uri] : [])),
  );
  return scripts.flat();
}

async function namedByCommands(): Promise<readonly vscode.Uri[]> {
  const texts = await Promise.all((await configurations()).map(textOf));
  const names = [...new Set(texts.flatMap(executables))].filter((name) => /^[\w.-]+$/.test(name));
  if (names.length === 0) return [];
  return vscode.workspace.findFiles(`**/{${names.join(',')},}`, EXCLUDED, MOST);
}

async function beginning(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    (all) => all.subarray(0, BEGINNING),
    // Found a moment ago, deleted since: there is nothing to run.
    () => new Uint8Array(),
  );
  return new TextDecoder().decode(bytes);
}
