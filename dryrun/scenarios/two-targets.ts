import { t } from '@vscode/l10n';
import { targets } from '../target';
import { notShown, passed } from '../verdict';
import { foreignEntries } from './foreign';
import { alert, type JudgedScenario, other, wait } from './scenario';
import { acted, key } from './shown';

export const twoTargets: JudgedScenario = {
  name: 'two-targets',
  summary: () =>
    t(
      'Two targets of the same rule: neither shuts the other out, both are undone, and what others have put there stays.',
    ),
  acts: [alert, other, wait],
  settings: ({ text }) => [{ foreign: foreignEntries(text) }],
  applies: ({ timeout, alert }) => timeout !== 0 && targets(alert).length > 0,
  looksFor: ['no-handshake', 'weak-key', 'not-reverted', 'takes-too-much', 'crashes'],
  shown(trial) {
    const answers = trial.main.steps.flatMap(({ answer }) => answer ?? []);
    const keys = answers.map(key).join(t(' and '));
    const undone = trial.main.steps.filter(({ step }) => step === 'delete').length;
    const both = trial.main.steps.filter(({ step }) => step === 'add').every((step) => acted(step, trial));
    if (answers.length < 2 || undone < 2 || !both)
      return notShown(t('It acted on one of them only, so nothing is shown of how they get on.'));
    return passed(t('It asked as {0}, was told to go on both times, and both were undone.', keys));
  },
};
