import { t } from '@vscode/l10n';
import { alert, type JudgedScenario, wait } from './scenario';

/** Minutes, as the example in Wazuh's own documentation of `<repeated_offenders>` begins. */
const MINUTES = [30, 60];

export const repeatedOffender: JudgedScenario = {
  name: 'repeated-offender',
  summary: () =>
    t(
      'The same target comes back after each delete, and the timeout grows: the script acts and undoes each time.',
    ),
  acts: [alert, wait, alert, wait, alert, wait],
  setting: () => ({ offenders: MINUTES }),
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['acts-once', 'not-reverted', 'crashes'],
  shown({ main }) {
    const seconds = main.steps.flatMap(({ answer }) => (answer ? [answer.timeout] : []));
    if (seconds.length === 0) return t('It leaves this target alone, each time.');
    return t('Undone after {0} s: it acted and took it back each time.', seconds.join(', '));
  },
};
