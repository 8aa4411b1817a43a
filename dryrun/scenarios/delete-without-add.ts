import { t } from '@vscode/l10n';
import type { JudgedScenario } from './scenario';

export const deleteWithoutAdd: JudgedScenario = {
  name: 'delete-without-add',
  summary: () =>
    t('delete comes, and there is nothing to take back, as after a restart of the host: the script copes.'),
  acts: [{ kind: 'delete', about: 'the target' }],
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['acts-on-delete', 'crashes'],
  shown: () => t('There was nothing to take back; it ended by itself and left everything as it was.'),
};
