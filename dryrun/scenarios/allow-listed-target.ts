import { t } from '@vscode/l10n';
import { targets } from '../target';
import { aboutItself } from './change';
import { alert, type JudgedScenario } from './scenario';
import { leftAlone } from './shown';

export const allowListedTarget: JudgedScenario = {
  name: 'allow-listed-target',
  summary: () =>
    t('The alert names what the host cannot do without (127.0.0.1, root, /usr/bin/ls): nothing is done.'),
  acts: [{ ...alert, change: aboutItself }],
  harmful: true,
  applies: ({ alert }) => targets(alert).length > 0,
  looksFor: ['hits-allow-list'],
  shown: leftAlone,
};
