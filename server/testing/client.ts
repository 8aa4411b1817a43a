import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { readScript } from '../../script-checks/for-tests';
import { sourceData } from '../../wazuh/catalog/for-tests';
import { startServer } from '../server';
import { TestDocument } from './document';
import { type MemoryFiles, memoryFiles } from './memory-files';

/** Where the workspace of the tests lies. */
export const workspaceUri = 'file:///workspace';

/** How the client of a test differs from VS Code with an empty workspace and no settings. */
export interface ClientOptions {
  readonly files?: MemoryFiles;
  /** What is set below `wazuh`. */
  readonly settings?: unknown;
  /** Instead of VS Code's. */
  readonly capabilities?: ClientCapabilities;
}

const editor: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** An editor that talks to a server of its own over streams in memory: the real protocol, without a process. */
export class TestClient {
  /** What the server wrote to its log. */
  readonly log: string[] = [];
  /** What the server sent without being asked. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** Methods that the server registered for. */
  readonly registered: string[] = [];
  readonly connection: ProtocolConnection;
  readonly #toServer = new PassThrough();
  readonly #toClient = new PassThrough();
  #settings: unknown;
  #opened = 0;

  private constructor(
    readonly files: MemoryFiles,
    settings: unknown,
  ) {
    this.#settings = settings;
    const server = createConnection(
      new StreamMessageReader(this.#toServer),
      new StreamMessageWriter(this.#toClient),
    );
    startServer(server, { catalogData: sourceData, readScript, files });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#toClient),
      new StreamMessageWriter(this.#toServer),
    );
    const { connection } = this;
    connection.onNotification(LogMessageNotification.type, ({ message }) => void this.log.push(message));
    connection.onNotification(PublishDiagnosticsNotification.type, (sent) => void this.published.push(sent));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.#settings ?? null));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    connection.listen();
  }

  /** Starts a server and says hello to it. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const { files = memoryFiles(), settings, capabilities = editor } = options;
    const client = new TestClient(files, settings);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: workspaceUri, name: 'workspace' }],
      capabilities,
      initializationOptions: { commands: ['wazuh.dryRun'], settings },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** What the server said it can do. */
  initialized: InitializeResult | undefined;

  /** Opens a file that is written with marks (see `fixture`); the cursor of the requests is at `$0`. */
  open(
    marked: string,
    name = `${++this.#opened}/ossec.conf`,
    languageId = 'ossec-conf',
  ): Promise<TestDocument> {
    return TestDocument.open(this.connection, `${workspaceUri}/${name}`, languageId, marked);
  }

  /** Changes the settings, as the user does. */
  async set(settings: unknown): Promise<void> {
    this.#settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Writes a file of the workspace, and tells the server as an editor does that watches files. */
  async write(name: string, text: string): Promise<void> {
    const uri = `${workspaceUri}/${name}`;
    this.files.write(uri, text);
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
  }

  /** Says goodbye. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
    this.#toServer.destroy();
    this.#toClient.destroy();
  }
}

/** Waits until `found` gives something, at most 2 s: for what the server does in its own time. */
export async function eventually<T>(found: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 2000;
  for (;;) {
    const value = await found();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('waited 2 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
