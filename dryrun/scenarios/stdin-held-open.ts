import { t } from '@vscode/l10n';
import { passed } from '../verdict';
import { add } from './add';
import type { JudgedScenario } from './scenario';

export const stdinHeldOpen: JudgedScenario = {
  name: 'stdin-held-open',
  summary: () =>
    t(
      'execd keeps stdin open, as it always does for add: the script takes its line and does not wait for an end.',
    ),
  acts: add.acts,
  applies: () => true,
  looksFor: ['reads-to-eof', 'keys-in-buffer'],
  shown: () => passed(t('It took its one line and did not wait for the end of its input.')),
};
