import { t } from '@vscode/l10n';
import { addressVersion } from '../../wazuh/alert';
import { targets } from '../target';
import { overIpv6 } from './change';
import { alert, type JudgedScenario } from './scenario';
import { declined } from './shown';

export const ipv6Target: JudgedScenario = {
  name: 'ipv6-target',
  summary: () =>
    t('The attacker comes over IPv6: the script acts on that address, or leaves it alone and says so.'),
  acts: [{ ...alert, change: overIpv6 }],
  applies: ({ alert }) =>
    targets(alert).some(({ kind, value }) => kind === 'address' && addressVersion(value) === 4),
  looksFor: ['ipv4-only', 'crashes', 'no-log'],
  shown: declined,
};
