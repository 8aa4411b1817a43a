import * as vscode from 'vscode';
import type { LanguageServer } from './language-server';
import { closingOf } from './requests';

/** How long after a key the server is asked, in ms: whoever types on has not waited for a closing tag. */
const PAUSE = 40;

/**
 * Writes the closing tag when one types `>` or `/`, where the server says that there is one to write. Does nothing when
 * the text has changed meanwhile, or the user has switched off `editor.autoClosingBrackets`.
 */
export function closeTags(server: LanguageServer): vscode.Disposable {
  let pause: NodeJS.Timeout | undefined;

  async function close(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
    const { document } = editor;
    const { version } = document;
    // Without a server there is nothing to close with; its own log says why.
    const client = await server.ready().catch(() => undefined);
    if (!client) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const snippet = await closingOf(client, uri, client.code2ProtocolConverter.asPosition(position));
    const same = vscode.window.activeTextEditor === editor && document.version === version;
    if (snippet === undefined || !same) return;
    await editor.insertSnippet(new vscode.SnippetString(snippet), position, {
      undoStopBefore: false,
      undoStopAfter: false,
    });
  }

  const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    const [change, ...others] = contentChanges;
    // Without a change it only became dirty, or clean.
    if (!change || document.languageId !== 'ossec-conf' || editor?.document !== document) return;
    clearTimeout(pause);
    // An undo brings back text that was typed before: it is not typing.
    if (others.length > 0 || reason !== undefined || !/^[>/]$/.test(change.text)) return;
    const settings = vscode.workspace.getConfiguration('editor', document);
    if (settings.get('autoClosingBrackets') === 'never') return;
    const position = change.range.start.translate(0, 1);
    pause = setTimeout(() => void close(editor, position), PAUSE);
  });
  return vscode.Disposable.from(listening, new vscode.Disposable(() => clearTimeout(pause)));
}
