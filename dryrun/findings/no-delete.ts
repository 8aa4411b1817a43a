import { t } from '@vscode/l10n';
import { left } from '../reverted';
import { acts, named } from './acts';
import { type RunCheck, some } from './finding';

export const noDelete: RunCheck = {
  code: 'no-delete',
  title: 'The script does nothing on delete',
  explanation: [
    'At the end of the timeout execd runs the script again with the command `delete`. A script that does not look at the',
    'command, or knows `add` alone, does nothing then, or does again what it did before: the response stays for good, and',
    'execd has forgotten it.',
    '\n\nLook at the command of the first message, and undo in `delete` what `add` does.',
  ].join(' '),
  judge(trial) {
    const undo = trial.main.steps.find(({ step }) => step === 'delete');
    const behind = left(trial.main, named(trial));
    if (!undo || !behind || behind.length === 0) return undefined;
    if (acts(undo.before, undo.after, trial.main, trial).length > 0) return undefined;
    return {
      message: t(
        'The script does nothing on delete. What add did stays for good, because execd has forgotten it by then. Look at the command, and undo in delete what add does.',
      ),
      evidence: t('After delete: {0}', some(behind)),
    };
  },
};
