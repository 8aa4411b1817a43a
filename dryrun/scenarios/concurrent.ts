import { t } from '@vscode/l10n';
import { targets } from '../target';
import { alert, type JudgedScenario, other, wait } from './scenario';

export const concurrent: JudgedScenario = {
  name: 'concurrent',
  summary: () =>
    t('Two starts at the same moment, as when it is run by hand as well: neither spoils the other.'),
  acts: [{ kind: 'alerts at once', alerts: [alert, other] }, wait],
  applies: ({ alert }) => targets(alert).length > 0,
  looksFor: ['races', 'weak-key', 'chatter-before-handshake', 'not-reverted', 'crashes'],
  shown: () => t('Both starts did their work, and neither spoiled the other.'),
};
