import { t } from '@vscode/l10n';
import { ending } from '../findings/finding';
import { namesDelete } from '../findings/no-delete';
import { mentionTarget, traces } from '../findings/traces';
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
    // Who takes whatever is not add for delete need not name it: what it did shows that it does.
    if (!namesDelete(trial.code) && !mentionTarget(traces(step, trial.main), step.alert))
      return notShown(t('It does not know delete, so it cannot be told what it makes of it.'));
    return passed(
      t(
        'There was nothing to take back; it ended by itself and left everything as it was ({0}).',
        ending(step),
      ),
    );
  },
};
