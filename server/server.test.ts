import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { autoCloseRequest, roleRequest, ruleRequest, rulesRequest } from './protocol';
import { eventually, TestClient, workspaceUri } from './testing/client';
import { memoryFiles } from './testing/memory-files';

const broken =
  '<ossec_config>\n  <active-response>\n    <command>nosuch</command>\n    <location>local</location>\n  </active-response>\n</ossec_config>\n';
const sound =
  '<ossec_config>\n  <command>\n    <name>x</name>\n    <executable>x.py</executable>\n  </command>\n</ossec_config>\n';
const options = { tabSize: 2, insertSpaces: true };
const codes = (diagnostics: readonly { readonly code?: string | number }[]) =>
  diagnostics.map(({ code }) => code);

describe('server', () => {
  let client: TestClient;
  const files = memoryFiles({
    [`${workspaceUri}/active-response/bin/x.py`]: '#!/usr/bin/env python3\n',
    [`${workspaceUri}/rules/local_rules.xml`]:
      '<group name="local,">\n  <rule id="100100" level="10">\n    <description>Door opened at night</description>\n  </rule>\n</group>\n',
    [`${workspaceUri}/other/ossec.conf`]:
      '<ossec_config>\n  <command>\n    <name>elsewhere</name>\n    <executable>x.py</executable>\n  </command>\n</ossec_config>\n',
  });
  beforeAll(async () => {
    client = await TestClient.start({ files });
    await eventually(
      async () => (await client.connection.sendRequest(ruleRequest, { id: 100_100 })) ?? undefined,
    );
  });
  afterAll(() => client.stop());

  it('counts positions in UTF-16 units and says what it can do', () => {
    expect(client.initialized?.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      diagnosticProvider: { identifier: 'wazuh' },
      completionProvider: { resolveProvider: true },
    });
  });

  it('asks to be told of changed files and settings', () => {
    expect(client.registered).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });

  it('answers each request about a file', async () => {
    const document = await client.open(
      sound
        .replace('<name>x', '<name>x$0')
        .replace(
          '</ossec_config>',
          '  <active-response>\n      <command>x</command>\n    <location>local</location>\n    <rules_id>5710</rules_id>\n    <timeout>600</timeout>\n  </active-response>\n</ossec_config>',
        ),
    );
    const { atCursor, uri } = document;
    const { textDocument, position } = atCursor;
    const range = document.range({ start: 0, end: document.text.length });
    const ask = client.connection.sendRequest.bind(client.connection);
    expect(await ask(DefinitionRequest.type, atCursor)).toHaveLength(1);
    expect(
      await ask(ReferencesRequest.type, { ...atCursor, context: { includeDeclaration: true } }),
    ).toHaveLength(2);
    expect(await ask(DocumentHighlightRequest.type, atCursor)).toHaveLength(2);
    expect(await ask(PrepareRenameRequest.type, atCursor)).toMatchObject({ placeholder: 'x' });
    expect(await ask(RenameRequest.type, { ...atCursor, newName: 'y' })).toMatchObject({
      changes: { [uri]: [{ newText: 'y' }, { newText: 'y' }] },
    });
    expect(await ask(DocumentLinkRequest.type, { textDocument })).toMatchObject([
      { target: `${workspaceUri}/active-response/bin/x.py` },
    ]);
    expect(await ask(DocumentSymbolRequest.type, { textDocument })).toHaveLength(1);
    expect(await ask(FoldingRangeRequest.type, { textDocument })).toHaveLength(3);
    expect(await ask(SelectionRangeRequest.type, { textDocument, positions: [position] })).toHaveLength(1);
    expect(await ask(InlayHintRequest.type, { textDocument, range })).toMatchObject([
      { label: '10 minutes' },
    ]);
    expect(await ask(DocumentFormattingRequest.type, { textDocument, options })).toHaveLength(1);
    expect(await ask(DocumentRangeFormattingRequest.type, { textDocument, options, range })).toHaveLength(1);
    expect(
      await ask(LinkedEditingRangeRequest.type, { textDocument, position: { line: 1, character: 4 } }),
    ).toMatchObject({
      ranges: [{ start: { line: 1 } }, { start: { line: 4 } }],
    });
    expect(await document.lenses()).toMatchObject([
      { command: { command: 'wazuh.dryRun' } },
      { command: { title: 'Runs on the reporting agent · fires on 1 rule' } },
    ]);
    expect(await document.hover()).toContain('`<name>`');
    expect(await ask(WorkspaceSymbolRequest.type, { query: 'elsew' })).toMatchObject([{ name: 'elsewhere' }]);
  });

  it('refuses a name that Wazuh refuses, with the reason', async () => {
    const document = await client.open(sound.replace('<name>x', '<name>x$0'));
    const renaming = client.connection.sendRequest(RenameRequest.type, {
      ...document.atCursor,
      newName: '!x',
    });
    await expect(renaming).rejects.toThrow('1235');
  });

  it('answers its own requests', async () => {
    const { connection } = client;
    const found = await connection.sendRequest(rulesRequest, { query: 'ssh brute force', limit: 3 });
    expect(found).toHaveLength(3);
    expect(found[0]?.id).toBe(5712);
    expect(await connection.sendRequest(ruleRequest, { id: 100_100 })).toMatchObject({
      summary: 'Door opened at night',
    });
    expect(await connection.sendRequest(ruleRequest, { id: 99_999 })).toBeNull();
    const agent = await client.open('<ossec_config>\n<client>\n</client>\n</ossec_config>');
    expect(await connection.sendRequest(roleRequest, { uri: agent.uri })).toBe('agent');
    const typing = await client.open('<ossec_config>\n  <global>$0\n</ossec_config>');
    expect(await connection.sendRequest(autoCloseRequest, typing.atCursor)).toBe('$0</global>');
  });

  it('offers a dry run above scripts that answer attacks, not above others', async () => {
    const script =
      'import json, sys\nmessage = json.loads(sys.stdin.readline())\nif message["command"] == "add":\n    print(message["parameters"]["alert"])\n';
    const response = await client.open(script, 'tools/a.py', 'python');
    expect(await response.lenses()).toMatchObject([{ command: { arguments: [response.uri] } }]);
    const other = await client.open('print(1)\n', 'tools/b.py', 'python');
    expect(await other.lenses()).toEqual([]);
  });

  it('leaves other files alone', async () => {
    const document = await client.open('<note>\n<$0\n</note>', 'note.xml', 'xml');
    expect((await document.complete()).items).toEqual([]);
    expect(await document.hover()).toBeUndefined();
    expect(await document.diagnostics()).toEqual([]);
    const unknown = { textDocument: { uri: 'file:///nowhere/ossec.conf' } };
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, unknown)).toEqual([]);
    expect(await client.connection.sendRequest(CodeLensRequest.type, unknown)).toEqual([]);
  });

  it('knows a configuration by its name or root whatever its language is called', async () => {
    const byName = await client.open(broken, '9/agent.conf', 'plaintext');
    const byRoot = await client.open(broken, '9/x.xml', 'xml');
    expect(codes(await byName.diagnostics())).toContain('command-not-defined');
    expect(codes(await byRoot.diagnostics())).toContain('command-not-defined');
  });

  it('fixes what it finds', async () => {
    const document = await client.open(broken.replace('nosuch', 'no$0such'));
    const actions = await document.actions();
    expect(actions.length).toBeGreaterThan(0);
    for (const { edit, title, diagnostics } of actions) {
      expect(codes(diagnostics ?? [])).toEqual(['command-not-defined']);
      const after = await client.open(document.edited(edit?.changes?.[document.uri] ?? []));
      expect(codes(await after.diagnostics()), title).not.toContain('command-not-defined');
    }
  });

  it('sees a change at once, and says so when nothing changed', async () => {
    const document = await client.open(broken);
    const { connection } = client;
    const textDocument = { uri: document.uri };
    const first = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    expect(first.kind).toBe('full');
    const { resultId: previousResultId } = first;
    if (previousResultId === undefined) throw new Error('no result id');
    const again = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(again.kind).toBe('unchanged');
    await document.change(sound);
    const after = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(after).toMatchObject({ kind: 'full' });
    expect(codes(await document.diagnostics())).not.toContain('command-not-defined');
  });

  it('shows the gravest of very many', async () => {
    const document = await client.open(`${broken.repeat(1500)}<nosuch/>`);
    const shown = await document.diagnostics();
    expect(shown).toHaveLength(1000);
    // Behind 1500 warnings, at the end of the file.
    expect(shown.at(-1)).toMatchObject({ code: 'unknown-root', severity: 1 });
  });

  it('gives up a question about a text that has changed since', async () => {
    const document = await client.open(broken);
    const asked = client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: document.uri },
    });
    await document.change(sound);
    await expect(asked).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  });

  it('answers from the text that the question was about', async () => {
    const document = await client.open(
      '<ossec_config>\n  <active-response>\n    <loc$0\n  </active-response>\n</ossec_config>',
    );
    const asked = client.connection.sendRequest(CompletionRequest.type, document.atCursor);
    await document.change('');
    expect(JSON.stringify(await asked)).toContain('<location>');
  });

  it('takes settings as they are at the moment', async () => {
    const document = await client.open(broken);
    expect(codes(await document.diagnostics())).toContain('command-not-defined');
    await client.set({ diagnostics: { disabled: ['command-not-defined'] } });
    await eventually(async () =>
      codes(await document.diagnostics()).includes('command-not-defined') ? undefined : true,
    );
    await client.set({ role: 'agent' });
    expect(await client.connection.sendRequest(roleRequest, { uri: document.uri })).toBe('agent');
    await client.set(undefined);
    expect(await client.connection.sendRequest(roleRequest, { uri: document.uri })).toBe('manager');
  });

  it('sees rules come and go', async () => {
    await client.write(
      'etc/rules/more.xml',
      '<group name="more,">\n  <rule id="100200" level="3">\n    <description>Window broken</description>\n  </rule>\n</group>\n',
    );
    const rule = () => client.connection.sendRequest(ruleRequest, { id: 100_200 });
    expect(await eventually(async () => (await rule()) ?? undefined)).toMatchObject({ file: 'more.xml' });
    client.files.remove(`${workspaceUri}/etc/rules/more.xml`);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    await eventually(async () => ((await rule()) === null ? true : undefined));
  });

  it('has logged no failure', () => {
    expect(client.log).toEqual([]);
  });
});

describe('a client that cannot ask for diagnostics', () => {
  it('gets them, and gets rid of them when the file is closed', async () => {
    const client = await TestClient.start({ capabilities: {} });
    expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    const document = await client.open(broken);
    const last = () => client.published.findLast(({ uri }) => uri === document.uri);
    await eventually(() =>
      codes(last()?.diagnostics ?? []).includes('command-not-defined') ? true : undefined,
    );
    await document.change(sound);
    await eventually(() => (last()?.diagnostics.length === 0 ? true : undefined));
    await document.change(broken);
    await eventually(() => ((last()?.diagnostics.length ?? 0) > 0 ? true : undefined));
    await document.close();
    await eventually(() => (last()?.diagnostics.length === 0 ? true : undefined));
    await client.stop();
  });

  it('gets one set for many changes in a row', async () => {
    const client = await TestClient.start({ capabilities: {} });
    const document = await client.open(sound);
    await eventually(() => (client.published.length > 0 ? true : undefined));
    const before = client.published.length;
    for (let change = 0; change < 10; change++) await document.change(`${broken}${'\n'.repeat(change)}`);
    await eventually(() => ((client.published.at(-1)?.diagnostics.length ?? 0) > 0 ? true : undefined));
    expect(client.published.length - before).toBe(1);
    await client.stop();
  });

  it('may say its settings at the start', async () => {
    const client = await TestClient.start({ capabilities: {}, settings: { role: 'agent.conf' } });
    const document = await client.open(sound);
    expect(await client.connection.sendRequest(roleRequest, { uri: document.uri })).toBe('agent.conf');
    await client.stop();
  });
});
