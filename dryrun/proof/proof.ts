import { t } from '@vscode/l10n';
import type { Proof } from '../report';
import type { Session } from '../session';

/** What a session proves: whether its response blocks the attacker, or why that could not be tried. */
export function proof({ probes, sandbox: { attack } }: Session): Proof {
  if (attack.kind === 'none') return attack;
  if (probes.some(({ when }) => when !== 'before add'))
    return { kind: 'tried', address: attack.address, probes };
  return { kind: 'none', reason: t('The script changed no firewall rule and no route.') };
}
