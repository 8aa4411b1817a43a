import * as vscode from 'vscode';
import { type Blocks, type Edit, insertInto } from '../../scaffold';
import { CONFIGURATIONS } from '../dry-run/configurations';

type Way = 'insert' | 'review' | 'copy';

/**
 * Offers the two blocks of a new script as an edit of the workspace's `ossec.conf`: made at once, reviewed first, or as
 * text to paste. The file is left unsaved: the user sees the change and saves it.
 */
export async function offerBlocks(blocks: Blocks): Promise<void> {
  const file = await chooseConfiguration();
  if (!file) return offerCopy(blocks, vscode.l10n.t('The workspace has no ossec.conf of a manager.'));
  const document = await vscode.workspace.openTextDocument(file);
  const insertion = insertInto(document.getText(), blocks);
  if (insertion.kind !== 'edits') return offerCopy(blocks, insertion.reason);
  const way = await chooseWay(blocks, document.uri);
  if (way === 'copy') await copy(blocks);
  else if (way) await apply(document, insertion.edits, way);
}

async function offerCopy(blocks: Blocks, reason: string): Promise<void> {
  const copyThem = vscode.l10n.t('Copy the Blocks');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The blocks for ossec.conf were not inserted. {0}', reason),
    copyThem,
  );
  if (choice === copyThem) await copy(blocks);
}

async function chooseConfiguration(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active?.languageId === 'ossec-conf') return active.uri;
  const files = await vscode.workspace.findFiles(CONFIGURATIONS, undefined, 50);
  if (files.length < 2) return files[0];
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const choice = await vscode.window.showQuickPick(
    items.toSorted((a, b) => a.label.length - b.label.length || a.label.localeCompare(b.label)),
    { title: vscode.l10n.t('Which configuration runs the new script?') },
  );
  return choice?.uri;
}

async function chooseWay({ name }: Blocks, configuration: vscode.Uri): Promise<Way | undefined> {
  const file = vscode.workspace.asRelativePath(configuration);
  const items: readonly (vscode.QuickPickItem & { readonly way: Way })[] = [
    {
      way: 'insert',
      label: vscode.l10n.t('$(add) Insert'),
      detail: vscode.l10n.t('You review and save the file.'),
    },
    { way: 'review', label: vscode.l10n.t('$(diff) Show the Changes First') },
    { way: 'copy', label: vscode.l10n.t('$(copy) Copy the Blocks') },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add <command> and <active-response> of {0} to {1}?', name, file),
    ignoreFocusOut: true,
  });
  return choice?.way;
}

async function apply(document: vscode.TextDocument, edits: readonly Edit[], way: Way): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  const label = vscode.l10n.t('Bind the new script');
  for (const { span, newText } of edits) {
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    change.replace(document.uri, range, newText, { label, needsConfirmation: way === 'review' });
  }
  if (!(await vscode.workspace.applyEdit(change, { isRefactoring: true }))) return;
  const [first] = edits;
  const at = document.positionAt(first?.span.start ?? 0);
  const editor = await vscode.window.showTextDocument(document);
  // The block begins below the line that it was put behind.
  const below = new vscode.Position(Math.min(at.line + 2, document.lineCount - 1), 0);
  editor.selection = new vscode.Selection(below, below);
  editor.revealRange(new vscode.Range(below, below), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function copy({ command, activeResponse }: Blocks): Promise<void> {
  await vscode.env.clipboard.writeText(`${command}\n\n${activeResponse}\n`);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Both blocks are on the clipboard.'), 4000);
}
