import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, demoFile, eventually, place, show, showText } from '../demo';

/** What completion offers at the cursor of an editor. */
async function offered({
  document,
  selection,
}: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('completion', () => {
  afterEach(closeAll);

  it('finds a rule by its number', async () => {
    const items = await offered(
      await showText(
        '<ossec_config><active-response><rules_id>57$0</rules_id></active-response></ossec_config>',
      ),
    );
    assert(items.some((item) => labelOf(item).startsWith('5712')));
  });

  it('finds a rule by words', async () => {
    const items = await offered(
      await showText(
        '<ossec_config><active-response><rules_id>ssh brute force$0</rules_id></active-response></ossec_config>',
      ),
    );
    assert(
      items.some((item) => labelOf(item).startsWith('5712')),
      items.slice(0, 5).map(labelOf).join(),
    );
  });

  it('knows the custom rules of the workspace', async () => {
    await eventually('rule 100200', async () => {
      const items = await offered(
        await showText(
          '<ossec_config><active-response><rules_id>1002$0</rules_id></active-response></ossec_config>',
        ),
      );
      return items.find((item) => labelOf(item).startsWith('100200'));
    });
  });

  it('offers what fits here, and not what does not', async () => {
    const labels = (
      await offered(
        await showText('<ossec_config>\n  <active-response>\n    <$0\n  </active-response>\n</ossec_config>'),
      )
    ).map(labelOf);
    assert(labels.includes('rules_id'), labels.join());
    assert(!labels.includes('executable'), labels.join());
  });

  it('writes a closing tag', async () => {
    const editor = await showText('<ossec_config>\n  <global$0\n</ossec_config>');
    await vscode.commands.executeCommand('type', { text: '>' });
    await eventually('the closing tag', () =>
      editor.document.getText().includes('<global></global>') ? true : undefined,
    );
  });

  it('takes a snippet without doubling the <', async () => {
    const editor = await showText('<ossec_config>\n  <white$0\n</ossec_config>');
    const snippet = await eventually('the snippet', async () =>
      (await offered(editor)).find((item) => labelOf(item) === '<global white_list'),
    );
    assert(snippet.insertText instanceof vscode.SnippetString);
    const range = snippet.range instanceof vscode.Range ? snippet.range : snippet.range?.replacing;
    assert(range);
    await editor.insertSnippet(snippet.insertText, range);
    assert.match(editor.document.getText(), /^<ossec_config>\n {2}<global>\n/);
  });
});

describe('the file', () => {
  afterEach(closeAll);

  it('explains a rule', async () => {
    const { document } = await show('ossec.conf');
    const text = await hoverText(document, place(document, '5712,5763', 1));
    assert.match(text, /5712/);
    assert.match(text, /attack\.mitre\.org\/techniques\/T1110/);
  });

  it('has an outline', async () => {
    await show('ossec.conf');
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      demoFile('ossec.conf'),
    );
    const names = symbols.flatMap(({ children }) => children.map(({ name }) => name));
    assert(names.includes('syscheck'), names.join());
    assert(names.includes('deny-host → local on 5712, 5763'), names.join());
  });

  it('has a lens above each response', async () => {
    const { document } = await show('ossec.conf');
    const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    assert(lenses.some(({ command }) => command?.command === 'wazuh.dryRun'));
  });

  it('renames a command with its uses', async () => {
    const { document } = await show('ossec.conf');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, '<name>deny-host', '<name>de'.length),
      'keep-out',
    );
    assert(await vscode.workspace.applyEdit(edit));
    const text = document.getText();
    assert.equal(text.match(/>keep-out</g)?.length, 3);
    assert(!text.includes('>deny-host<'));
    assert(text.includes('<executable>deny-host.py</executable>'));
  });

  it('goes from a use to the definition', async () => {
    const { document } = await show('ossec.conf');
    const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place(document, '<command>deny-host', '<command>de'.length),
    );
    const [first] = found;
    assert(first);
    const range = 'targetRange' in first ? (first.targetSelectionRange ?? first.targetRange) : first.range;
    assert.equal(document.lineAt(range.start.line).text.trim(), '<name>deny-host</name>');
  });

  it('is formatted without a change of meaning', async () => {
    const editor = await showText(
      '<ossec_config>\n<global>\n      <logall>no</logall>\n<jsonout_output> yes</jsonout_output>\n</global>\n</ossec_config>\n',
    );
    const { document } = editor;
    const edits = await vscode.commands.executeCommand<readonly vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, [...edits]);
    assert(await vscode.workspace.applyEdit(change));
    assert.equal(
      document.getText(),
      '<ossec_config>\n  <global>\n    <logall>no</logall>\n    <jsonout_output> yes</jsonout_output>\n  </global>\n</ossec_config>\n',
    );
  });

  it('toggles comments of its own kind', async () => {
    const { document } = await showText('<ossec_config>\n  <glo$0bal />\n</ossec_config>\n');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(document.lineAt(1).text, '  <!-- <global /> -->');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(document.lineAt(1).text, '  <global />');
  });

  it('indents between tags', async () => {
    const { document } = await showText('<ossec_config>\n  <global>$0</global>\n</ossec_config>\n');
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(document.getText(), '<ossec_config>\n  <global>\n    \n  </global>\n</ossec_config>\n');
  });
});

describe('settings', () => {
  const settings = () => vscode.workspace.getConfiguration('wazuh');
  afterEach(async () => {
    await settings().update('diagnostics.disabled', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('switch a code off while the file is open', async () => {
    const { document } = await show('ossec.conf');
    const codes = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => String(typeof code === 'object' ? code.value : code));
    await eventually('diagnostics', () => (codes().includes('timeout-number') ? true : undefined));
    await settings().update('diagnostics.disabled', ['timeout-number'], vscode.ConfigurationTarget.Workspace);
    await eventually('one fewer', () => (codes().includes('timeout-number') ? undefined : true));
    assert(codes().includes('agent-id-missing'));
  });
});
