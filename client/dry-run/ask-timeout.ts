import * as vscode from 'vscode';

/**
 * Asks whether a script that no response binds is undone, and after how long. Seconds, 0 for not at all; undefined when
 * the user turns away. `last` is offered first.
 */
export async function askTimeout(script: string, last: number | undefined): Promise<number | undefined> {
  const offered = [...new Set([...(last === undefined ? [] : [last]), 600, 60, 0])];
  const items = offered.map((timeout) => ({
    label: timeout === 0 ? vscode.l10n.t('Stateless') : vscode.l10n.t('Stateful, {0} s', timeout),
    detail:
      timeout === 0
        ? vscode.l10n.t('Only add is sent.')
        : vscode.l10n.t('add is sent, and delete when the time is over; the clock is moved, nobody waits.'),
    timeout,
  }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('No response of the workspace runs {0}. How shall it be tried?', script),
  });
  return choice?.timeout;
}
