import { t } from '@vscode/l10n';
import { worse } from './compare';
import type { RunCheck } from './finding';

export const cutsInput: RunCheck = {
  code: 'cuts-input',
  title: 'A long message is cut off',
  explanation: [
    'A message may be 64 KiB long (OS_MAXSTR): alerts of file integrity, of Windows and of the cloud are that big at times. A',
    'script that reads a fixed number of bytes gets the beginning alone, which is no JSON.',
    '\n\nRead a whole line, however long.',
  ].join(' '),
  judge(trial) {
    if (trial.main.scenario.name !== 'big-alert') return undefined;
    const change = worse(trial);
    if (change === undefined) return undefined;
    return {
      message: t(
        'A long alert is too much for the script: it no longer does what it does with a short one. Read a whole line, however long.',
      ),
      evidence: change,
    };
  },
};
