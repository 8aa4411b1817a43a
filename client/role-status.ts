import * as vscode from 'vscode';
import type { Role } from '../wazuh/model';
import type { LanguageServer } from './language-server';
import { roleOf } from './requests';

/** How long to wait after a change before asking for the role again, in ms: nobody reads it while typing. */
const PAUSE = 400;

/**
 * Shows whose file the open configuration is, in the status of the language (`{}`), with a command to change it.
 * The server decides; this asks it when another file is shown, when the file or a setting changes, and after a restart.
 */
export function roleStatus(server: LanguageServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('wazuh.role', { language: 'ossec-conf' });
  item.name = vscode.l10n.t('Role of the Configuration File');
  item.command = { command: 'wazuh.setRole', title: vscode.l10n.t('Change') };
  let pause: NodeJS.Timeout | undefined;
  let asked = 0;

  async function ask(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'ossec-conf') return;
    const question = ++asked;
    item.busy = true;
    const answer = await server.ready().then(
      (client) => roleOf(client, document.uri.toString()),
      () => undefined,
    );
    if (question !== asked) return;
    item.busy = false;
    item.text = answer ? `$(server-environment) ${roleName(answer)}` : vscode.l10n.t('No language server');
    item.detail = answer ? reason(document) : '';
    item.severity = answer
      ? vscode.LanguageStatusSeverity.Information
      : vscode.LanguageStatusSeverity.Warning;
  }

  function soon(): void {
    clearTimeout(pause);
    pause = setTimeout(() => void ask(), PAUSE);
  }

  void ask();
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(pause)),
    server.onReady(() => void ask()),
    vscode.window.onDidChangeActiveTextEditor(() => void ask()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) soon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('wazuh.role')) soon();
    }),
  );
}

/** Lets the user say whose file it is; the setting is kept in the folder of the file, or in the workspace. */
export async function setRole(): Promise<void> {
  const resource = vscode.window.activeTextEditor?.document.uri;
  const settings = vscode.workspace.getConfiguration('wazuh', resource);
  const current = settings.get<string>('role');
  const items: readonly (vscode.QuickPickItem & { readonly value: 'auto' | Role })[] = [
    { value: 'auto', label: vscode.l10n.t('Automatic'), detail: vscode.l10n.t('Told from the content') },
    { value: 'manager', label: roleName('manager'), detail: vscode.l10n.t('The ossec.conf of a manager') },
    { value: 'agent', label: roleName('agent'), detail: vscode.l10n.t('The ossec.conf of one agent') },
    {
      value: 'agent.conf',
      label: roleName('agent.conf'),
      detail: vscode.l10n.t('What the manager hands to a group of agents'),
    },
  ];
  const choice = await vscode.window.showQuickPick(
    items.map((item) =>
      item.value === current ? { ...item, description: vscode.l10n.t('in use') } : { ...item },
    ),
    { title: vscode.l10n.t('Whose configuration files are these?') },
  );
  if (!choice) return;
  const value = choice.value === 'auto' ? undefined : choice.value;
  await settings.update('role', value, settingTarget(resource));
}

function settingTarget(resource: vscode.Uri | undefined): vscode.ConfigurationTarget {
  const inWorkspace = resource && vscode.workspace.getWorkspaceFolder(resource);
  if (!inWorkspace) return vscode.ConfigurationTarget.Global;
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return several ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
}

function roleName(role: Role): string {
  switch (role) {
    case 'manager':
      return vscode.l10n.t('Manager');
    case 'agent':
      return vscode.l10n.t('Agent');
    case 'agent.conf':
      return 'agent.conf';
  }
}

function reason(document: vscode.TextDocument): string {
  const set = vscode.workspace.getConfiguration('wazuh', document.uri).get<string>('role');
  return set === undefined || set === 'auto'
    ? vscode.l10n.t('role told from the content')
    : vscode.l10n.t('role chosen in the settings');
}
