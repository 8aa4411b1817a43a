import { setTimeout as pause } from 'node:timers/promises';
import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './capabilities';
import type { Diagnostic as Problem } from './checks';
import { toDiagnostic } from './language/diagnostics';
import type { Session } from './session';

/** How long typing must rest before a file is looked at, in ms. */
const rest = 150;

/** More than anybody reads, and few enough not to clog an editor. */
const most = 1000;

/** What is shown of what was found, in the order of the text: all of it, or the gravest. */
function mostGrave(found: readonly Problem[]): readonly Problem[] {
  if (found.length <= most) return found;
  const grave = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) =>
    found.filter((problem) => problem.severity === severity),
  );
  const shown = new Set(grave.slice(0, most));
  return found.filter((problem) => shown.has(problem));
}

/** Brings diagnostics to the client: it asks for them where it can (LSP 3.17), else they are sent after each rest. */
export class DiagnosticsFeed {
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  /** Files that have had their diagnostics: a file that is opened does not wait for a rest. */
  readonly #shown = new Set<string>();
  #client: Client | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly documents: TextDocuments<TextDocument>,
  ) {}

  start(client: Client): void {
    this.#client = client;
    if (!client.pullsDiagnostics) return;
    this.connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      const version = this.documents.get(uri)?.version;
      // Lets what else has come in be seen first: a newer text, or that this question is withdrawn.
      await pause(0);
      if (token.isCancellationRequested || this.documents.get(uri)?.version !== version) {
        return new ResponseError(LSPErrorCodes.ServerCancelled, 'out of date', { retriggerRequest: true });
      }
      const resultId = `${version ?? 'closed'} ${this.session.revision}`;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await this.#diagnostics(uri) };
    });
  }

  /** A file has been opened or changed. */
  changed(uri: string, delay = this.#shown.has(uri) ? rest : 0): void {
    if (this.#client?.pullsDiagnostics ?? true) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => void this.#send(uri), delay),
    );
  }

  closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#shown.delete(uri);
    if (this.#client?.pullsDiagnostics === false) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  /** Settings or the workspace have changed: everything may be different. */
  allChanged(): void {
    if (this.#client?.refreshesDiagnostics && this.#client.pullsDiagnostics) {
      this.connection.languages.diagnostics
        .refresh()
        .catch((error) => this.connection.console.error(String(error)));
    }
    for (const { uri } of this.documents.all()) this.changed(uri, 0);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  async #send(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    const version = this.documents.get(uri)?.version;
    if (version === undefined) return;
    const diagnostics = await this.#diagnostics(uri);
    if (this.documents.get(uri)?.version !== version) return;
    this.#shown.add(uri);
    await this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  async #diagnostics(uri: string): Promise<Diagnostic[]> {
    try {
      const judged = await this.session.judged(uri);
      if (!judged) return [];
      return mostGrave(judged.found).map((problem) => toDiagnostic(judged.document, problem));
    } catch (error) {
      this.connection.console.error(`diagnostics: ${error instanceof Error ? error.stack : String(error)}`);
      return [];
    }
  }
}
