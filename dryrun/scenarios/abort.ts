import { t } from '@vscode/l10n';
import { notShown, passed } from '../verdict';
import { later } from './change';
import { alert, type JudgedScenario } from './scenario';
import { key } from './shown';

export const abort: JudgedScenario = {
  name: 'abort',
  summary: () => t('The same target twice: execd answers abort, and the script does nothing more.'),
  acts: [alert, { ...alert, change: later }],
  applies: ({ timeout }) => timeout !== 0,
  looksFor: ['no-handshake', 'key-changes', 'ignores-abort'],
  shown(trial) {
    const again = trial.main.steps.at(-1)?.answer;
    if (again?.word !== 'abort')
      return notShown(t('It was never told to abort: it did not ask a second time under the same keys.'));
    return passed(t('Asked as {0} again, it was told to abort, and did nothing more.', key(again)));
  },
};
