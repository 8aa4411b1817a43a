import { t } from '@vscode/l10n';
import { ending } from '../findings/finding';
import { notShown, passed } from '../verdict';
import type { JudgedScenario } from './scenario';

export const deleteWithoutAdd: JudgedScenario = {
  name: 'delete-without-add',
  summary: () =>
    t('delete comes, and there is nothing to take back, as after a restart of the host: the script copes.'),
  acts: [{ kind: 'delete', about: 'the target' }],
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['acts-on-delete', 'crashes'],
  shown(trial) {
    const [step] = trial.main.steps;
    if (!step) return notShown(t('Nothing was run.'));
    if (trial.inText.some(({ code }) => code === 'no-delete'))
      return notShown(t('It does not know delete, so it cannot be told what it makes of it.'));
    return passed(
      t(
        'There was nothing to take back; it ended by itself and left everything as it was ({0}).',
        ending(step),
      ),
    );
  },
};
