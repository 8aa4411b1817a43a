import * as vscode from 'vscode';
import { type Binding, bindings } from './binding';

/** The names that the manifest gives to the language `ossec-conf`, as a glob. */
export const CONFIGURATIONS = '**/{ossec.conf,ossec-*.conf,*_ossec.conf,wazuh_manager.conf}';
/** Files looked through for the responses of a script; a workspace with more is unheard of. */
const MOST = 200;

/** A response, and the file it stands in. */
export interface BindingInFile {
  readonly uri: vscode.Uri;
  readonly binding: Binding;
}

/** The workspace's configurations, and those that are open from elsewhere. */
export async function configurations(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.workspace.findFiles(CONFIGURATIONS, undefined, MOST);
  const open = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'ossec-conf');
  const all = [...files, ...open.map(({ uri }) => uri)];
  return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}

/** The responses of the configurations that run an executable of this name. */
export async function bindingsOf(executable: string): Promise<readonly BindingInFile[]> {
  const found = await Promise.all(
    (await configurations()).map(async (uri) =>
      bindings(await textOf(uri))
        .filter((binding) => binding.executable === executable)
        .map((binding) => ({ uri, binding })),
    ),
  );
  return found.flat();
}

/** The text of a file: as on screen where it is open, else as saved; empty where it has gone. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    // Found a moment ago, deleted since: it binds nothing.
    () => '',
  );
}
