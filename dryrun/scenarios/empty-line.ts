import { t } from '@vscode/l10n';
import type { JudgedScenario } from './scenario';
import { quiet } from './shown';

export const emptyLine: JudgedScenario = {
  name: 'empty-line',
  summary: () => t('The message is an empty line: the script does nothing, and ends by itself.'),
  acts: [{ kind: 'line', line: '' }],
  harmful: true,
  applies: () => true,
  looksFor: ['bad-json-crash', 'claims-without-act'],
  shown: quiet,
};
