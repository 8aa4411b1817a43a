import { t } from '@vscode/l10n';
import { alert, type JudgedScenario, wait } from './scenario';
import { undone } from './shown';

export const enableDisable: JudgedScenario = {
  name: 'enable-disable',
  summary: () =>
    t('Wazuh 5.0 says enable and disable, with the fields of the event side by side: the script knows both.'),
  acts: [alert, wait],
  applies: ({ version }) => version === '5.0',
  looksFor: ['old-words', 'no-delete', 'not-reverted', 'crashes'],
  shown: undone,
};
