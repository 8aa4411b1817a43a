import * as vscode from 'vscode';
import { type Answer, answerOf, type Choice, type Place } from '../quick-input/ask';
import type { Answers } from './answers';

/** Where people keep scripts in a workspace, nearest to what Wazuh has first. */
const SCRIPTS = '**/active-response/bin/*';
const CONFIGURATIONS = '**/{ossec.conf,wazuh_manager.conf}';
const MOST = 200;

type Folder = Choice<vscode.Uri | undefined>;

/**
 * Asks for the folder of the new script: one that holds scripts, one beside a configuration, a workspace folder, or any
 * other. A folder that has a file of this name cannot be taken.
 */
export async function chooseFolder(place: Place, name: string): Promise<Answer<Answers>> {
  const pick = vscode.window.createQuickPick<Folder>();
  const taken = new Set<string>();
  pick.placeholder = vscode.l10n.t('The folder for {0}', name);
  const offered = await likelyFolders();
  const items = await Promise.all(
    offered.map(async (uri): Promise<Folder> => {
      const there = await exists(vscode.Uri.joinPath(uri, name));
      if (there) taken.add(uri.toString());
      return {
        label: folderName(uri),
        ...(there && { detail: vscode.l10n.t('$(warning) has a file {0} already', name) }),
        value: uri,
      };
    }),
  );
  pick.items = [...items, { label: vscode.l10n.t('Other Folder…'), value: undefined, alwaysShow: true }];
  const answer = await answerOf(pick, place, () => {
    const [chosen] = pick.activeItems;
    return chosen?.value && taken.has(chosen.value.toString()) ? undefined : chosen;
  });
  if (answer.kind !== 'answer') return answer;
  const folder = answer.value.value ?? (await otherFolder(name));
  return folder ? { kind: 'answer', value: { folder: folder.toString() } } : { kind: 'cancel' };
}

async function likelyFolders(): Promise<readonly vscode.Uri[]> {
  const [scripts, configurations] = await Promise.all([
    vscode.workspace.findFiles(SCRIPTS, undefined, MOST),
    vscode.workspace.findFiles(CONFIGURATIONS, undefined, MOST),
  ]);
  const parent = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..');
  const roots = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const beside = configurations.map((uri) => vscode.Uri.joinPath(uri, '..', 'active-response', 'bin'));
  const all = [...scripts.map(parent), ...beside, ...roots];
  return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}

/** The path from the workspace folder; of a workspace folder itself, its name. */
function folderName(uri: vscode.Uri): string {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const root = roots.find((folder) => folder.uri.toString() === uri.toString());
  return root ? vscode.l10n.t('{0} (workspace folder)', root.name) : vscode.workspace.asRelativePath(uri);
}

async function otherFolder(name: string): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('The folder for {0}', name),
      openLabel: vscode.l10n.t('Write It Here'),
    })) ?? [];
  return chosen;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    // What cannot be looked at is not there, as far as writing goes: writing says the rest.
    () => false,
  );
}
