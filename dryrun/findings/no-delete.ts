import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { left, takesBack } from '../reverted';
import { named } from './acts';
import { type RunCheck, some, type Trial } from './finding';

export const noDelete: RunCheck = {
  ...staticHeader('no-delete'),
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
  return namesDelete(trial.code) || takesBack(trial.main, named(trial));
}

/** Whether a text has the word as one of its own, and not as a method or option of something else: `client.delete()`, `--delete`. */
export function namesDelete(code: string): boolean {
  return /(?<![\w.-])(?:delete|disable)(?![\w-])/i.test(code);
}
