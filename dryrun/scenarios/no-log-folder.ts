import { t } from '@vscode/l10n';
import { alert, type JudgedScenario } from './scenario';
import { asPlain } from './shown';

export const noLogFolder: JudgedScenario = {
  name: 'no-log-folder',
  summary: () => t('The folder of the logs is not there: the script does its work all the same.'),
  acts: [alert],
  settings: () => [{ withoutLogs: true }],
  harmful: true,
  applies: () => true,
  looksFor: ['needs-log'],
  shown: asPlain,
};
