import { t } from '@vscode/l10n';
import { notShown, passed } from '../verdict';
import { alert, type JudgedScenario, wait } from './scenario';

export const deleteTwice: JudgedScenario = {
  name: 'delete-twice',
  summary: () =>
    t(
      'delete comes twice, as when somebody has undone the response by hand: the second one changes nothing.',
    ),
  acts: [alert, wait, { kind: 'delete', about: 'the target' }],
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['acts-on-delete', 'not-reverted', 'crashes'],
  shown(trial) {
    const undone = trial.main.steps.filter(({ step }) => step === 'delete');
    if (undone.length < 2)
      return notShown(t('The first delete never came: without keys execd has nothing to undo.'));
    return passed(t('The second delete found nothing to take back and changed nothing.'));
  },
};
