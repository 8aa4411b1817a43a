import * as vscode from 'vscode';

/**
 * Makes sure that the user knows what is run: the file as saved. Where the editor holds changes, asks whether to save
 * them first. False when the user turns away, or saving failed.
 */
export async function settleUnsaved(script: vscode.Uri): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === script.toString());
  if (!document?.isDirty) return true;
  const save = vscode.l10n.t('Save and Run');
  const asIs = vscode.l10n.t('Run the Saved Version');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has changes that are not saved.', vscode.workspace.asRelativePath(script)),
    { modal: true, detail: vscode.l10n.t('A dry run runs the file as it is on disk.') },
    save,
    asIs,
  );
  if (choice === save) return document.save();
  return choice === asIs;
}
