import { t } from '@vscode/l10n';
import { left, takesBack } from '../reverted';
import { named } from './acts';
import { type RunCheck, some, type Trial } from './finding';

export const noDelete: RunCheck = {
  code: 'no-delete',
  title: 'The script has no undo',
  explanation: [
    'At the end of the timeout execd runs the script again with the command `delete`. A script that does not look at the',
    'command, or knows `add` alone, does nothing then, or does again what it did before: the response stays for good, and',
    'execd has forgotten it.',
    '\n\nLook at the command of the first message, and undo in `delete` what `add` does.',
  ].join(' '),
  decides: ({ main }) => main.steps.some(({ step }) => step === 'delete'),
  judge(trial) {
    const behind = left(trial.main, named(trial));
    if (!behind || behind.length === 0 || knowsDelete(trial)) return undefined;
    return {
      message: t(
        'The script has no undo: it does not know delete. What add did stays for good, because execd has forgotten it by then. Look at the command, and undo in delete what add does.',
      ),
      evidence: t('After delete: {0}', some(behind)),
    };
  },
};

/**
 * Whether a script knows the command that undoes, by its name or as whatever is not add. If it does and something stays,
 * its undo is wrong, not missing.
 */
function knowsDelete(trial: Trial): boolean {
  if (takesBack(trial.main, named(trial))) return true;
  // A word of its own, and no method or option of something else: `client.delete()`, `--delete`.
  return /(?<![\w.-])(?:delete|disable)(?![\w-])/i.test(trial.code);
}
