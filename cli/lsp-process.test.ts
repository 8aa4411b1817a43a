import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type CompletionList,
  CompletionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { bundled } from './testing/bundle';

const folder = await mkdtemp(path.join(tmpdir(), 'server-'));
const workspace = path.join(folder, 'workspace');
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = await bundled(folder);
await mkdir(path.join(workspace, 'active-response/bin'), { recursive: true });
await writeFile(path.join(workspace, 'active-response/bin/block-ip.py'), '#!/usr/bin/env python3\n');
await chmod(path.join(workspace, 'active-response/bin/block-ip.py'), 0o755);

const uri = URI.file(path.join(workspace, 'ossec.conf')).toString();
const text =
  '<ossec_config>\n  <command>\n    <name>x</name>\n    <executable></executable>\n  </command>\n' +
  '  <active-response>\n    <command>nosuch</command>\n    <location>local</location>\n  </active-response>\n</ossec_config>\n';

/** A server in a process of its own, and what it ends with. */
function start(transport: '--stdio' | '--node-ipc') {
  const server = spawn(process.execPath, [cli, 'lsp', transport], {
    stdio: transport === '--stdio' ? ['pipe', 'pipe', 'inherit'] : ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  return { server, exited, connection: connect(server, transport) };
}

function connect(server: ChildProcess, transport: '--stdio' | '--node-ipc'): ProtocolConnection {
  const { stdin, stdout } = server;
  const connection =
    transport === '--stdio' && stdin && stdout
      ? createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
      : createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  return connection;
}

async function greet(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: URI.file(workspace).toString(), name: 'workspace' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'ossec-conf', version: 1, text },
  });
}

describe('the server in a process of its own', () => {
  it.each(['--stdio', '--node-ipc'] as const)('speaks over %s and leaves when told to', async (transport) => {
    const { connection, exited } = start(transport);
    await greet(connection);
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    expect(report).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: 'command-not-defined' })]),
    });
    const executables = async () => {
      const position = { line: 3, character: '    <executable>'.length };
      const list = (await connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position,
      })) as CompletionList;
      return list.items.map(({ label }) => label);
    };
    await expect.poll(executables).toEqual(expect.arrayContaining(['block-ip.py', 'firewall-drop']));
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await exited).toBe(0);
    connection.dispose();
  });

  it('leaves when its client goes without a word', async () => {
    const { server, connection, exited } = start('--stdio');
    await greet(connection);
    connection.dispose();
    server.stdin?.end();
    expect(await exited).toBe(1);
  });
});
