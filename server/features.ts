import {
  type CancellationToken,
  type CodeLens,
  type CompletionList,
  type Connection,
  LSPErrorCodes,
  type RenameParams,
  ResponseError,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Role } from '../wazuh/model';
import { span } from '../wazuh/span';
import type { Client } from './capabilities';
import { autoClose } from './language/auto-close';
import { asksForAll, codeActions } from './language/code-actions';
import { codeLenses, scriptLenses } from './language/code-lens';
import { complete } from './language/completion';
import { resolveItem } from './language/completion/resolve';
import { withoutSnippets } from './language/completion/without-snippets';
import { definition } from './language/definition';
import { documentHighlights } from './language/document-highlight';
import { documentLinks } from './language/document-links';
import { documentSymbols } from './language/document-symbols';
import { foldingRanges } from './language/folding-ranges';
import { formatting } from './language/formatting';
import { hover } from './language/hover';
import { inlayHints } from './language/inlay-hints';
import { linkedEditingRanges } from './language/linked-editing';
import { references } from './language/references';
import { prepareRename, rename } from './language/rename';
import { selectionRange } from './language/selection-ranges';
import { workspaceSymbols } from './language/workspace-symbols';
import { autoCloseRequest, roleRequest, ruleRequest, rulesRequest } from './protocol';
import type { Opened, Session } from './session';

/** What a client gets for a request that it has withdrawn. */
function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'withdrawn');
}

/**
 * Answers the client's requests about single files. Each is answered from the text as it was when it came; one that
 * fails is logged and answered with nothing, so that a mistake in one feature does not take the others along.
 */
export function registerFeatures(
  connection: Connection,
  session: Session,
  client: () => Pick<Client, 'snippets' | 'runs'>,
): void {
  function answer<P, R>(what: string, nothing: R, work: (params: P) => R | Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
      if (token.isCancellationRequested) return cancelled();
      try {
        const result = await work(params);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
        return nothing;
      }
    };
  }

  function about<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
    what: string,
    nothing: R,
    work: (opened: Opened, params: P) => R,
  ) {
    return answer<P, R>(what, nothing, async (params) => {
      const opened = await session.opened(params.textDocument.uri);
      return opened ? work(opened, params) : nothing;
    });
  }

  async function lensesOf(uri: string): Promise<CodeLens[]> {
    const opened = await session.opened(uri);
    if (opened) return codeLenses(opened.document, opened.context);
    return (await session.script(uri)) ? scriptLenses(uri) : [];
  }

  const noItems: CompletionList = { isIncomplete: false, items: [] };

  connection.onCompletion(
    about('completion', noItems, ({ document, context }, { position, context: asked }) => {
      const offset = document.offsetAt(position);
      const list = complete({ document, offset, context, trigger: asked?.triggerCharacter });
      return client().snippets ? list : withoutSnippets(list);
    }),
  );
  connection.onCompletionResolve((item, token) =>
    answer('completion item', item, () => resolveItem(item, session.surroundings))(item, token),
  );
  connection.onHover(
    about('hover', null, ({ document, context }, { position }) =>
      hover(document, document.offsetAt(position), context),
    ),
  );
  connection.onDefinition(
    about('definition', [], ({ document, context }, { position }) =>
      definition(document, document.offsetAt(position), context),
    ),
  );
  connection.onReferences(
    about('references', [], ({ document, context }, { position, context: asked }) =>
      references(document, document.offsetAt(position), context, asked.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    about('highlights', [], ({ document, context }, { position }) =>
      documentHighlights(document, document.offsetAt(position), context),
    ),
  );
  connection.onPrepareRename(
    about('rename', null, ({ document }, { position }) =>
      prepareRename(document, document.offsetAt(position)),
    ),
  );
  connection.onRenameRequest(
    about<RenameParams, WorkspaceEdit | ResponseError<void> | null>(
      'rename',
      null,
      ({ document }, { position, newName }) => {
        const result = rename(document, document.offsetAt(position), newName);
        return 'refusal' in result ? new ResponseError(LSPErrorCodes.RequestFailed, result.refusal) : result;
      },
    ),
  );
  connection.onDocumentLinks(about('links', [], ({ document, context }) => documentLinks(document, context)));
  connection.onDocumentSymbol(about('symbols', [], ({ document }) => documentSymbols(document)));
  connection.onFoldingRanges(about('folding', [], ({ document }) => foldingRanges(document)));
  connection.onSelectionRanges(
    about('selection', [], ({ document }, { positions }) =>
      positions.map((position) => selectionRange(document, document.offsetAt(position))),
    ),
  );
  connection.languages.onLinkedEditingRange(
    about('linked editing', null, ({ document }, { position }) =>
      linkedEditingRanges(document, document.offsetAt(position)),
    ),
  );
  connection.onCodeAction(
    answer('code actions', [], async ({ textDocument: { uri }, range, context }) => {
      const judged = await session.judged(uri);
      if (!judged) return [];
      const { document, found, fixAll } = judged;
      const asked = span(document.offsetAt(range.start), document.offsetAt(range.end));
      const all = asksForAll(context.only) ? await fixAll?.() : undefined;
      return codeActions(document, asked, found, context.only, all, client().runs);
    }),
  );
  connection.onCodeLens(
    answer('lenses', [], async ({ textDocument: { uri } }) => {
      const lenses = await lensesOf(uri);
      return lenses.filter(({ command }) => command && client().runs(command.command));
    }),
  );
  connection.languages.inlayHint.on(
    about('inlay hints', [], ({ document, context }, { range }) =>
      inlayHints(document, span(document.offsetAt(range.start), document.offsetAt(range.end)), context),
    ),
  );
  connection.onDocumentFormatting(
    about('formatting', [], ({ document }, { options }) => formatting(document, options)),
  );
  connection.onDocumentRangeFormatting(
    about('formatting', [], ({ document }, { options, range }) =>
      formatting(document, options, span(document.offsetAt(range.start), document.offsetAt(range.end))),
    ),
  );
  connection.onWorkspaceSymbol(
    answer('workspace symbols', [], ({ query }) => workspaceSymbols(query, session.surroundings)),
  );
  connection.onRequest(
    autoCloseRequest,
    about('closing tag', null, ({ document }, { position }) =>
      autoClose(document, document.offsetAt(position)),
    ),
  );
  connection.onRequest(
    rulesRequest,
    answer('rules', [], ({ query, limit }) => session.rules.search(query, limit)),
  );
  connection.onRequest(
    ruleRequest,
    answer('rule', null, ({ id }) => session.rules.get(id) ?? null),
  );
  connection.onRequest(
    roleRequest,
    answer<{ readonly uri: string }, Role>('role', 'manager', async ({ uri }) => {
      const opened = await session.opened(uri);
      return opened?.document.configuration.role ?? 'manager';
    }),
  );
}
