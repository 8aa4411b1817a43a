import { t } from '@vscode/l10n';
import { alert, type JudgedScenario, wait } from './scenario';
import { undone } from './shown';

export const addDelete: JudgedScenario = {
  name: 'add-delete',
  summary: () => t('One alert, and delete at the end of the timeout: everything is as before.'),
  acts: [alert, wait],
  applies: ({ timeout, version }) => timeout !== 0 && version !== '5.0',
  looksFor: ['no-handshake', 'does-not-block', 'no-delete', 'not-reverted', 'crashes'],
  shown: undone,
};
