import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CodeLens,
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  HoverRequest,
  type Location,
  MarkupContent,
  type Position,
  type ProtocolConnection,
  type Range,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../wazuh/span';
import { plainText } from '../language/completion/without-snippets';
import { type Fixture, fixture, marked } from './fixture';

/** What most requests say: which file, and where its cursor is. */
export interface AtCursor {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** An open file of a test. Its requests are about its cursor. */
export class TestDocument {
  #lines: TextDocument;
  #fixture: Fixture;

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly uri: string,
    languageId: string,
    text: Fixture,
  ) {
    this.#fixture = text;
    this.#lines = TextDocument.create(uri, languageId, 1, text.text);
  }

  /** Opens a file that is written with marks. */
  static async open(
    connection: ProtocolConnection,
    uri: string,
    languageId: string,
    markedText: string,
  ): Promise<TestDocument> {
    const document = new TestDocument(connection, uri, languageId, fixture(markedText));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text: document.text },
    });
    return document;
  }

  get text(): string {
    return this.#fixture.text;
  }

  get atCursor(): AtCursor {
    return { textDocument: { uri: this.uri }, position: this.#lines.positionAt(this.#fixture.cursor) };
  }

  /** The text of a range. */
  at(range: Range): string {
    return this.#lines.getText(range);
  }

  range({ start, end }: Span): Range {
    return { start: this.#lines.positionAt(start), end: this.#lines.positionAt(end) };
  }

  /** The text with `⟦…⟧` around ranges of this file. */
  marked(ranges: readonly Range[]): string {
    return marked(
      this.text,
      ranges.map(({ start, end }) => ({
        start: this.#lines.offsetAt(start),
        end: this.#lines.offsetAt(end),
      })),
    );
  }

  /** Replaces the whole text, marks taken out. */
  async change(markedText: string): Promise<void> {
    this.#fixture = fixture(markedText);
    const version = this.#lines.version + 1;
    this.#lines = TextDocument.create(this.uri, this.#lines.languageId, version, this.text);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version },
      contentChanges: [{ text: this.text }],
    });
  }

  async close(): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri },
    });
  }

  /** The Markdown of the hover at the cursor, or undefined. */
  async hover(): Promise<string | undefined> {
    const hover = await this.connection.sendRequest(HoverRequest.type, this.atCursor);
    return hover && MarkupContent.is(hover.contents) ? hover.contents.value : undefined;
  }

  /** The list of completions, in the order in which an editor shows them. `trigger`: the character typed last. */
  async complete(trigger?: string): Promise<CompletionList> {
    const result = await this.connection.sendRequest(CompletionRequest.type, {
      ...this.atCursor,
      context:
        trigger === undefined
          ? { triggerKind: CompletionTriggerKind.Invoked }
          : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger },
    });
    if (!result || Array.isArray(result)) throw new Error('not a completion list');
    const key = (item: CompletionItem) => item.sortText ?? item.label;
    const items = result.items.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
    return { ...result, items };
  }

  /** The items that an editor would keep for what is typed: those whose filter text has its letters in order. Blanks before them do not count. */
  async offered(trigger?: string): Promise<readonly CompletionItem[]> {
    const { items } = await this.complete(trigger);
    return items.filter((item) => {
      const edit = item.textEdit;
      if (!edit || !('range' in edit)) return true;
      const typed = this.at({ start: edit.range.start, end: this.atCursor.position })
        .toLowerCase()
        .trimStart();
      const letters = (item.filterText ?? item.label).toLowerCase();
      let from = 0;
      return [...typed].every((letter) => {
        from = letters.indexOf(letter, from) + 1;
        return from > 0;
      });
    });
  }

  async resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest(CompletionResolveRequest.type, item);
  }

  /** The text after an item has been taken, as an editor does it: tab stops hold the text that they begin with. */
  async apply(item: CompletionItem | string): Promise<string> {
    const chosen =
      typeof item === 'string'
        ? (await this.offered()).find(({ label }) => label === item || label.startsWith(`${item} `))
        : item;
    if (!chosen) throw new Error(`no completion ${String(item)}`);
    const { textEdit, additionalTextEdits = [] } = chosen;
    if (!textEdit || !('range' in textEdit)) throw new Error('a completion without a range');
    const newText = plainText(textEdit.newText);
    return this.edited([{ range: textEdit.range, newText }, ...additionalTextEdits]);
  }

  /** The text after some edits, all made at once. */
  edited(edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.#lines, [...edits]);
  }

  async diagnostics(): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
    });
    return report.kind === DocumentDiagnosticReportKind.Full ? report.items : [];
  }

  /** The actions for a range, by default for the cursor. `only`: kinds asked for. */
  async actions(range?: Range, only?: string[]): Promise<readonly CodeAction[]> {
    const { position } = this.atCursor;
    const result = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri },
      range: range ?? { start: position, end: position },
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only && { only }) },
    });
    return (result ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  async lenses(): Promise<readonly CodeLens[]> {
    return (
      (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: this.uri } })) ?? []
    );
  }

  /** The ranges of locations that lie in this file. */
  here(locations: readonly Location[]): readonly Range[] {
    return locations.filter(({ uri }) => uri === this.uri).map(({ range }) => range);
  }
}
