import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';

/**
 * Languages whose active-response scripts the server reads; it answers for those files alone. A script without an
 * extension, as Wazuh's own, may be plain text to the editor: its shebang tells.
 */
const scriptLanguages = ['python', 'shellscript', 'powershell', 'bat', 'plaintext'] as const;

/** The language server in its own process, from the extension's start to its end. */
export interface LanguageServer extends vscode.Disposable {
  /** The client, once the server is ready; rejects where it could not be started. */
  ready(): Promise<LanguageClient>;
  restart(): Promise<void>;
  showLog(): void;
  /** Fires when the server comes to life, again after each restart. */
  readonly onReady: vscode.Event<void>;
  /** Ends the process. */
  stop(): Promise<void>;
}

/** Starts the command line's `wazuh-ar lsp` in a process of its own. Returns at once: `ready` waits. */
export function startLanguageServer(context: vscode.ExtensionContext): LanguageServer {
  const log = vscode.window.createOutputChannel('Wazuh Language Server', { log: true });
  const onReady = new vscode.EventEmitter<void>();
  const server = {
    module: context.asAbsolutePath('dist/cli.js'),
    args: ['lsp'],
    transport: TransportKind.ipc as const,
  };
  const client = new LanguageClient(
    'wazuh',
    'Wazuh Language Server',
    {
      run: server,
      debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    options(log),
  );
  const watching = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onReady.fire();
  });
  let starting = client.start();
  // Whoever needs the server awaits `ready` and is told; this keeps a failure at the start from going unhandled.
  starting.catch((error) => log.error(String(error)));
  return {
    async ready() {
      await starting;
      return client;
    },
    restart() {
      starting = client.restart();
      return starting;
    },
    showLog: () => log.show(),
    onReady: onReady.event,
    stop: () => client.dispose(),
    dispose() {
      watching.dispose();
      onReady.dispose();
      log.dispose();
    },
  };
}

function options(outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    outputChannel,
    documentSelector: [
      ...['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, language: 'ossec-conf' })),
      ...scriptLanguages.map((language) => ({ scheme: 'file', language })),
    ],
    // The server's words in the language of the editor, where there is a translation; and what it may offer to run.
    initializationOptions: {
      l10n: vscode.l10n.uri?.toString(),
      commands: ['wazuh.dryRun', 'wazuh.makeExecutable'],
    },
  };
}
