import { t } from '@vscode/l10n';
import { left } from '../reverted';
import type { Session } from '../session';
import { named } from './acts';
import { type RunCheck, some } from './finding';
import { noDelete } from './no-delete';

export const notReverted: RunCheck = {
  code: 'not-reverted',
  title: 'delete does not take back what add did',
  explanation: [
    'At the end of the timeout execd runs the script again with `delete` and the same alert. Afterwards the host must be',
    'as it was: what stays behind stays for good, because execd has forgotten the response.',
    '\n\nThe dry run compares files, permissions, firewall rules, routes, accounts and running processes before `add` and',
    'after `delete`. Logs, locks and scratch files are left aside, and chains and sets that name no address, where a',
    'connection from the attacker gets through again.',
  ].join(' '),
  judge(trial) {
    // Who acts though it was told to abort is not on execd's list a second time, and has no delete: that is another fault.
    if (trial.main.steps.some(({ answer }) => answer?.word === 'abort')) return undefined;
    const behind = left(trial.main, named(trial));
    if (!behind || behind.length === 0 || noDelete.judge(trial)) return undefined;
    return {
      message: t(
        'delete does not take back what add did. execd has forgotten the response by then, so it stays for good. Undo in delete exactly what add does.',
      ),
      evidence: [t('After delete: {0}', some(behind)), stillBlocked(trial.main)].filter(Boolean).join(' '),
    };
  },
};

/** The proof, where there is one: nobody gets through from the address of the alert. */
function stillBlocked({ probes, sandbox: { attack } }: Session): string {
  const last = probes.find(({ when }) => when === 'after delete');
  if (attack.kind === 'none' || !last || last.reached) return '';
  return t('A connection from {0} still did not get through.', attack.address);
}
