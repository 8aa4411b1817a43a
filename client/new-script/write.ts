import { mkdir, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ScriptFile } from '../../scaffold';

/** Writes a new file with its mode. Throws where one of that name is there: nothing is ever written over. */
export async function writeNew(folder: vscode.Uri, file: ScriptFile): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, file.name);
  if (uri.scheme === 'file') {
    await mkdir(folder.fsPath, { recursive: true });
    await writeFile(uri.fsPath, file.text, { flag: 'wx', mode: file.mode });
    return uri;
  }
  // Elsewhere there is no mode to set; the edit refuses to write over a file.
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(file.text) });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('{0} exists already.', file.name));
  return uri;
}
