import { t } from '@vscode/l10n';
import { features } from '../../wazuh/versions';
import type { Answer } from '../execd/execd';
import { acts, named } from '../findings/acts';
import { ending, some, type Trial } from '../findings/finding';
import { left } from '../reverted';
import type { StepRecord } from '../session';

/** What a start of the script did, to stand behind "it". */
export function deeds(step: StepRecord, trial: Trial): string {
  const done = acts(step.before, step.after, trial.main, trial);
  if (done.length > 0) return t('did this: {0}', some(done, 2));
  return step.log.length === 0
    ? t('changed nothing on the host')
    : t('changed nothing on the host and wrote to its log');
}

/** The key under which execd remembers a response, as it is shown. */
export function key({ key }: Answer): string {
  return key.length > 60 ? `${key.slice(0, 59)}…` : key;
}

/** What is to be said of a response that was undone. */
export function undone(trial: Trial): string {
  const undo = trial.main.steps.findLast(({ step }) => step === 'delete');
  if (!undo) return t('It leaves this target alone, so there was nothing to undo.');
  const after = Math.floor(undo.at / 1000);
  const verb = features(trial.version).verbs.delete;
  if (left(trial.main, named(trial)) === undefined)
    return t('{0} came after {1} s; there was nothing to take back.', verb, after);
  return t('{0} came after {1} s and took back all that was done.', verb, after);
}

/** What is to be said of a script that may have left its target alone. */
export function declined(trial: Trial): string {
  const [step] = trial.main.steps;
  if (!step) return t('Nothing was run.');
  const done = acts(step.before, step.after, trial.main, trial);
  if (done.length > 0) return t('It did this: {0}.', some(done, 2));
  const said = step.log.at(-1);
  return said === undefined
    ? t('It did nothing ({0}).', ending(step))
    : t('It did nothing, and its log says: {0}', said.slice(0, 120).trim());
}

/** What is to be said of a script that does what it does with the alert as it was given. */
export function asPlain(trial: Trial): string {
  const [step] = trial.main.steps;
  return step ? t('As ever: it {0}.', deeds(step, trial)) : t('Nothing was run.');
}

/** What is to be said of a script that got no message. */
export function quiet({ main }: Trial): string {
  const [step] = main.steps;
  return step ? t('It did nothing and ended by itself ({0}).', ending(step)) : t('Nothing was run.');
}
