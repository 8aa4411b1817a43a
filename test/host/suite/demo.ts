import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The address of a file of the demo, as this run has copied it. */
export function demoFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder, 'the demo is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Our extension. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('active-response-for-wazuh.active-response-for-wazuh');
  assert(found, 'the extension is installed');
  return found;
}

/** Shows a file of the demo in an editor. */
export async function show(name: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(demoFile(name));
}

/** An unsaved configuration that is written with `$0` for the cursor. */
export async function showText(marked: string): Promise<vscode.TextEditor> {
  const offset = marked.indexOf('$0');
  const content = marked.replace('$0', '');
  const document = await vscode.workspace.openTextDocument({ language: 'ossec-conf', content });
  const cursor = document.positionAt(Math.max(0, offset));
  // Not set afterwards: the cursor's first place, reported late, would undo it.
  return await vscode.window.showTextDocument(document, { selection: new vscode.Range(cursor, cursor) });
}

/** Where a text begins in a document; `inside` characters behind its beginning. */
export function place(document: vscode.TextDocument, text: string, inside = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert(offset >= 0, `${text} is in the document`);
  return document.positionAt(offset + inside);
}

/** Waits until `found` gives something, at most 15 s: for what the editor does in its own time. */
export async function eventually<T>(
  what: string,
  found: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await found();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The diagnostics of a document by code, once `code` is among them. */
export async function diagnosticsWith(uri: vscode.Uri, code: string): Promise<readonly vscode.Diagnostic[]> {
  return await eventually(`the diagnostic ${code}`, () => {
    const all = vscode.languages.getDiagnostics(uri);
    return all.some((one) => codeOf(one) === code) ? all : undefined;
  });
}

/** The code of a diagnostic, with or without a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Closes every editor without saving, and without asking. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
