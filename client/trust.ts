import * as vscode from 'vscode';

/**
 * Whether a script of the workspace may be run. In Restricted Mode it may not: this says why, offers to manage trust,
 * and returns false. Every way to a run begins here; the menus' enablement is only a courtesy.
 */
export async function mayRun(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'A dry run starts a script of this workspace, and you have not trusted the workspace. Nothing was run.',
    ),
    manage,
  );
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
