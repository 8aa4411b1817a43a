import * as vscode from 'vscode';

const key = 'wazuh.dryRun.withoutSandbox';

/**
 * Whether this workspace's scripts may run without a sandbox. Asked once per workspace and reason, in a dialog that says
 * what it means; a yes is remembered for that reason alone. `why` says why there is none.
 */
export async function mayRunUnprotected(memory: vscode.Memento, why: string): Promise<boolean> {
  if (memory.get<string>(key) === why) return true;
  const run = vscode.l10n.t('Run Without a Sandbox');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('This is not a sandbox.'),
    {
      modal: true,
      detail: vscode.l10n.t(
        '{0}\n\nThe script would run on this machine: what it changes is changed. It gets a copy of Wazuh’s folder of its own, and well-known tools such as iptables are replaced by stand-ins that only record what they are asked; everything else is real. The answer is remembered for this workspace, as long as this is the reason.',
        why,
      ),
    },
    run,
  );
  if (choice !== run) return false;
  await memory.update(key, why);
  return true;
}

/** Forgets the consent for this workspace: the next run without a sandbox asks again. Says what was done. */
export async function revokeConsent(memory: vscode.Memento): Promise<void> {
  const given = memory.get<string>(key) !== undefined;
  await memory.update(key, undefined);
  await vscode.window.showInformationMessage(
    given
      ? vscode.l10n.t('Scripts of this workspace no longer run without a sandbox: you will be asked again.')
      : vscode.l10n.t('Nothing to take back: scripts of this workspace never ran without a sandbox unasked.'),
  );
}
