import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert(first, 'a workspace is open');
  return first.uri;
};

describe('the language ossec-conf', () => {
  it('is chosen for ossec.conf', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), 'ossec.conf'));
    assert.equal(document.languageId, 'ossec-conf');
    assert.equal(path.basename(document.fileName), 'ossec.conf');
  });
});
