import { t } from '@vscode/l10n';
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
  shown: () => t('The second delete found nothing to take back and changed nothing.'),
};
