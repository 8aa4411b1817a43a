import { t } from '@vscode/l10n';
import type { Answer } from '../execd/execd';
import { acts, named } from '../findings/acts';
import { some, type Trial } from '../findings/finding';
import { left } from '../reverted';
import type { StepRecord } from '../session';

/** What a start of the script did, to stand behind "it": `did 2 things: changed /etc/hosts.deny; …`. */
export function deeds(step: StepRecord, trial: Trial): string {
  const done = acts(step.before, step.after, trial.main, trial);
  if (done.length > 0) return t('did this: {0}', some(done, 2));
  const [line] = step.log;
  return line === undefined ? t('changed nothing') : t('changed nothing and said so in its log');
}

/** The key under which execd remembers a response, as it is shown. */
export function key({ key }: Answer): string {
  return key.length > 60 ? `${key.slice(0, 59)}…` : key;
}

/** What is to be said of a response that was undone. */
export function undone(trial: Trial): string {
  const undo = trial.main.steps.findLast(({ step }) => step === 'delete');
  if (!undo) return t('It leaves this target alone, so there was nothing to undo.');
  if (left(trial.main, named(trial)) === undefined)
    return t('delete came; nothing that could be seen was to be taken back.');
  return t('delete came after {0} s and took back all that add had done.', Math.floor(undo.at / 1000));
}
