import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, capabilitiesFor, clientOf, type StartOptions } from './capabilities';
import { DiagnosticsFeed } from './diagnostics-feed';
import type { Edge } from './edge';
import { registerFeatures } from './features';
import { Session } from './session';
import { SettingsStore } from './settings-store';
import { WorkspaceWatcher } from './workspace/watcher';
import { WorkspaceReader } from './workspace/workspace';

/** Serves a client over `connection` until it says goodbye. Starts to listen at once. */
export function startServer(connection: Connection, edge: Edge): void {
  const documents = new TextDocuments(TextDocument);
  const text = (uri: string) => documents.get(uri);
  const settings = new SettingsStore(async () => undefined);
  const session = new Session(edge, settings, text);
  const feed = new DiagnosticsFeed(connection, session, documents);
  const workspace = new WorkspaceWatcher(new WorkspaceReader(edge.files), (state) => {
    session.workspace = state;
    for (const remark of state.remarks) connection.console.warn(remark);
    everythingChanged();
  });
  let client: Client = clientOf({});
  let folders: readonly string[] = [];
  const noting = new Map<string, NodeJS.Timeout>();

  function log(error: unknown): void {
    connection.console.error(String(error));
  }

  function everythingChanged(): void {
    feed.allChanged();
    if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(log);
  }

  /** What a configuration binds decides on what is said of scripts: once typing rests, these are looked at anew. */
  function noteBindings(uri: string): void {
    clearTimeout(noting.get(uri));
    noting.set(
      uri,
      setTimeout(() => {
        noting.delete(uri);
        session
          .noteBindings(uri)
          .then((changed) => changed && everythingChanged())
          .catch(log);
      }, bindingsRest),
    );
  }

  async function lookAtWorkspace(): Promise<void> {
    const { ruleFolders } = await settings.of(folders[0]);
    workspace.look(folders, ruleFolders);
  }

  connection.onInitialize(async (params: InitializeParams) => {
    const options: StartOptions = params.initializationOptions ?? {};
    client = clientOf(params.capabilities, options);
    if (options.l10n !== undefined) await l10n.config({ uri: options.l10n }).catch(log);
    settings.forget(
      client.settings
        ? (scopeUri) =>
            connection.workspace.getConfiguration(
              scopeUri === undefined ? { section: 'wazuh' } : { section: 'wazuh', scopeUri },
            )
        : async () => options.settings,
    );
    folders = foldersOf(params);
    feed.start(client);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'wazuh-ar' } };
  });

  connection.onInitialized(() => {
    if (client.watchesSettings) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'wazuh' }).catch(log);
    }
    if (client.watchesFiles) {
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched }).catch(log);
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        void lookAtWorkspace();
      });
    }
    void lookAtWorkspace();
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.forget(client.settings ? undefined : async () => sent?.wazuh);
    session.revision++;
    everythingChanged();
    void lookAtWorkspace();
  });
  connection.onDidChangeWatchedFiles(() => workspace.lookAgain());
  documents.onDidSave(() => {
    if (!client.watchesFiles) workspace.lookAgain();
  });
  documents.onDidChangeContent(({ document }) => {
    feed.changed(document.uri);
    noteBindings(document.uri);
  });
  documents.onDidClose(({ document }) => {
    feed.closed(document.uri);
    session.close(document.uri);
  });
  connection.onShutdown(() => {
    feed.stop();
    for (const timer of noting.values()) clearTimeout(timer);
    workspace.stop();
  });

  registerFeatures(connection, session, () => client);
  documents.listen(connection);
  connection.listen();
}

/** How long typing in a configuration must rest before its responses are compared with those before, in ms. */
const bindingsRest = 300;

/** The files whose change may change an answer. */
const watched = [
  '**/*.{xml,conf}',
  '**/*.{sh,bash,py,pl,rb,ps1,cmd,bat,exe}',
  '**/{bin,scripts,active-response}/*',
].map((globPattern) => ({ globPattern }));

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const all = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  return all.filter((uri) => uri.startsWith('file:'));
}
