import { t } from '@vscode/l10n';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario, wait } from './scenario';
import { acted } from './shown';

/** Minutes, as the example in Wazuh's own documentation of `<repeated_offenders>` begins. */
const MINUTES = [30, 60];

export const repeatedOffender: JudgedScenario = {
  name: 'repeated-offender',
  summary: () =>
    t(
      'The same target comes back after each delete, and the timeout grows: the script acts and undoes each time.',
    ),
  acts: [alert, wait, alert, wait, alert, wait],
  settings: () => [{ offenders: MINUTES }],
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['acts-once', 'not-reverted', 'crashes'],
  shown(trial) {
    const { steps } = trial.main;
    const seconds = steps.flatMap(({ answer }) => (answer ? [answer.timeout] : []));
    const undone = steps.filter(({ step }) => step === 'delete').length;
    const each = steps.filter(({ step }) => step === 'add').every((step) => acted(step, trial));
    if (seconds.length < 3 || undone < 3 || !each)
      return notShown(t('It was undone {0} times of 3, so nothing is shown of its coming back.', undone));
    return passed(t('Undone after {0} s: it acted each time.', seconds.join(', ')));
  },
};
