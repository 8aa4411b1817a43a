import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsWith, eventually, show, showText } from '../demo';

/** Applies the quick fix of a title, where the diagnostic of `code` stands; the text afterwards. */
async function fix(document: vscode.TextDocument, code: string, title: string): Promise<string> {
  const diagnostic = (await diagnosticsWith(document.uri, code)).find((one) => codeOf(one) === code);
  assert(diagnostic);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const action = actions.find((one) => one.title === title);
  assert(action?.edit, `${title} is among: ${actions.map((one) => one.title).join(' | ')}`);
  assert(await vscode.workspace.applyEdit(action.edit));
  return document.getText();
}

/** Waits until a diagnostic has gone. */
async function gone(uri: vscode.Uri, code: string): Promise<void> {
  await eventually(`${code} to go`, () =>
    vscode.languages.getDiagnostics(uri).some((one) => codeOf(one) === code) ? undefined : true,
  );
}

describe('diagnostics', () => {
  afterEach(closeAll);

  it('show the mistakes of the demo', async () => {
    const { document } = await show('ossec.conf');
    // This one needs the list of the workspace's scripts, which comes last.
    const found = await diagnosticsWith(document.uri, 'executable-missing');
    assert.deepEqual(found.map(codeOf).toSorted(), [
      'agent-id-missing',
      'alert-field-missing',
      'command-defined-below',
      'command-not-defined',
      'executable-missing',
      'level-and-group',
      'timeout-not-allowed',
      'timeout-number',
    ]);
    const undefinedCommand = found.find((one) => codeOf(one) === 'command-not-defined');
    assert.match(undefinedCommand?.message ?? '', /^Wazuh will not start: \(1303\)/);
    assert.equal(undefinedCommand?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(undefinedCommand?.range), 'firewal-drop');
  });

  it('go when the quick fix is applied', async () => {
    const { document } = await show('ossec.conf');
    const text = document.getText();
    assert.equal(
      await fix(document, 'command-not-defined', 'Change to firewall-drop'),
      text.replace('firewal-drop', 'firewall-drop'),
    );
    await gone(document.uri, 'command-not-defined');
  });

  it('come and go while one types', async () => {
    const editor = await showText(
      '<ossec_config>\n  <global>\n    <logall>no</logall>$0\n  </global>\n</ossec_config>\n',
    );
    const { document } = editor;
    assert(await editor.edit((edit) => edit.insert(editor.selection.active, '</jsonout>')));
    await eventually('a fault', () => vscode.languages.getDiagnostics(document.uri)[0]);
    await vscode.commands.executeCommand('undo');
    await eventually('no fault', () =>
      vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined,
    );
  });
});
