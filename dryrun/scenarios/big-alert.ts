import { t } from '@vscode/l10n';
import { big } from './change';
import { alert, type JudgedScenario } from './scenario';
import { asPlain } from './shown';

export const bigAlert: JudgedScenario = {
  name: 'big-alert',
  summary: () => t('The alert is 60 kB long: the script acts as ever.'),
  acts: [{ ...alert, change: big }],
  applies: () => true,
  looksFor: ['cuts-input'],
  shown: asPlain,
};
