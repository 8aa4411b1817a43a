import os from 'node:os';
import * as vscode from 'vscode';
import { probeSandbox } from '../dryrun';
import type { LanguageServer } from './language-server';

/** The settings that change what the product does, in the order of the manifest. */
const settings = [
  'version',
  'role',
  'ruleFolders',
  'diagnostics.disabled',
  'portableXml',
  'dryRun.sandbox',
  'dryRun.timeLimit',
  'dryRun.show',
] as const;

/**
 * Opens what a report of a fault should hold: versions, system, trust, settings, server, sandbox. No paths of files, no content.
 */
export async function reportDebugInformation(
  context: vscode.ExtensionContext,
  server: LanguageServer,
): Promise<void> {
  const serverState = await server.ready().then(
    ({ initializeResult }) =>
      [initializeResult?.serverInfo?.name, initializeResult?.serverInfo?.version, 'running']
        .filter(Boolean)
        .join(' '),
    (error: unknown) => `not running: ${String(error)}`,
  );
  const sandbox = await probeSandbox();
  const configuration = vscode.workspace.getConfiguration('wazuh');
  const lines: readonly (readonly [string, string])[] = [
    ['Extension', String(context.extension.packageJSON.version)],
    ['Editor', `${vscode.env.appName} ${vscode.version}`],
    ['Extension host', `${vscode.env.remoteName ?? 'local'}, Node ${process.versions.node}`],
    ['System', `${os.type()} ${os.release()} ${os.arch()}`],
    ['Workspace trusted', vscode.workspace.isTrusted ? 'yes' : 'no'],
    ['Language server', serverState],
    ['Sandbox', sandbox.kind === 'overlay' ? 'overlay' : `none: ${sandbox.reason} ${sandbox.wayOut}`],
    ...settings.map((name) => [`wazuh.${name}`, JSON.stringify(configuration.get(name))] as const),
  ];
  const content = lines.map(([name, value]) => `- ${name}: ${value}`).join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: `${content}\n` });
  await vscode.window.showTextDocument(document);
}
