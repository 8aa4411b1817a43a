import * as vscode from 'vscode';
import type { Catalog } from '../../wazuh/catalog';

/** Files of one name that are offered; more could not be told apart. */
const MOST = 50;

/**
 * The workspace's file that an `<executable>` means; asks where several have the name. undefined when there is none
 * (said, with a way to write one) or the user turns away.
 */
export async function findScript(executable: string, catalog: Catalog): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles(`**/${literal(executable)}`, '**/node_modules/**', MOST);
  const [only] = files;
  if (!only) {
    await explainMissing(executable, catalog);
    return undefined;
  }
  return files.length === 1 ? only : pickFile(executable, files);
}

async function pickFile(executable: string, files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => Number(atHome(b.uri)) - Number(atHome(a.uri)) || a.label.localeCompare(b.label));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which {0}?', executable),
    placeHolder: vscode.l10n.t('Several files of the workspace have this name.'),
  });
  return choice?.uri;
}

function atHome(uri: vscode.Uri): boolean {
  return uri.path.includes('/active-response/bin/');
}

async function explainMissing(executable: string, catalog: Catalog): Promise<void> {
  const stock = catalog.shippedExecutables.some(({ name }) => name === executable);
  if (stock) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} comes with Wazuh and is not a file of this workspace, so it cannot be tried here. A dry run is for scripts of your own.',
        executable,
      ),
    );
    return;
  }
  const write = vscode.l10n.t('New Script…');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The workspace has no file {0}. Wazuh runs exactly this name, extension included, from active-response/bin.',
      executable,
    ),
    write,
  );
  if (choice === write) await vscode.commands.executeCommand('wazuh.newScript');
}

/** A file name as a glob that matches only itself. */
function literal(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
