import {
  type ClientCapabilities,
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { fixAllKind } from './language/code-actions';
import { triggerCharacters } from './language/completion';

/** What the client can do, as far as the server acts on it. */
export interface Client {
  readonly settings: boolean;
  readonly watchesFiles: boolean;
  readonly watchesSettings: boolean;
  readonly workspaceFolders: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly snippets: boolean;
  /** Whether a lens with this command makes sense: the empty one only says something. */
  runs(command: string): boolean;
}

/** What a client may say about itself at the start, beyond the LSP (initializationOptions). */
export interface StartOptions {
  /** Address of the translations of the server's words (`bundle.l10n.de.json`). */
  readonly l10n?: string;
  /** The settings below `wazuh`, for clients that cannot be asked for them. */
  readonly settings?: unknown;
  /** The extension's commands that the client can run: without `wazuh.dryRun` no lens offers a dry run. */
  readonly commands?: readonly string[];
}

/** Reads what a client says of itself. */
export function clientOf(capabilities: ClientCapabilities, { commands = [] }: StartOptions = {}): Client {
  const { workspace, textDocument } = capabilities;
  return {
    settings: workspace?.configuration ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    watchesSettings: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesLenses: workspace?.codeLens?.refreshSupport ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    runs: (command) => command === '' || commands.includes(command),
  };
}

/** What the server offers this client. Positions count UTF-16 units: every client has to understand them. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    codeLensProvider: {},
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    workspaceSymbolProvider: true,
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'wazuh', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
