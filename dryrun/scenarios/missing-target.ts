import { t } from '@vscode/l10n';
import { targets } from '../target';
import { withoutTargets } from './change';
import { alert, type JudgedScenario } from './scenario';
import { declined } from './shown';

export const missingTarget: JudgedScenario = {
  name: 'missing-target',
  summary: () => t('An alert without address, account or file: the script does nothing and says so.'),
  acts: [{ ...alert, change: withoutTargets }],
  harmful: true,
  applies: ({ alert }) => targets(alert).length > 0,
  looksFor: ['no-target-check', 'claims-without-act', 'crashes', 'no-log'],
  shown: declined,
};
