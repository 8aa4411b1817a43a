import { t } from '@vscode/l10n';
import { type Alert, isObject } from '../../wazuh/alert';
import { type Attacker, isElsewhere } from '../sandbox/network';
import type { Act } from '../scenarios/scenario';
import { targets } from '../target';

/** Fields about the one who is attacked. */
const victims = /(?:^|[._])(?:dst|dest|server|local)/i;

/** Where attackers knock who leave no port in the alert: sshd. */
const USUAL_PORT = 22;

/**
 * The attacker of an alert, for a scenario that is about it alone: in others it could not be told what blocked whom.
 */
export function attackerIn(acts: readonly Act[], alert: Alert): Attacker {
  const [act, ...more] = acts.filter(({ kind }) => kind !== 'wait');
  if (act?.kind !== 'alert' || act.about !== 'the target' || more.length > 0)
    return { kind: 'none', reason: t('This scenario does not try who gets through.') };
  return attacker(act.change?.(alert) ?? alert);
}

/** The attacker that an alert names: its first address that is not the victim's. */
export function attacker(alert: Alert): Attacker {
  const named = targets(alert).filter(({ kind, path }) => kind === 'address' && !victims.test(path));
  const [first] = named;
  if (!first) return { kind: 'none', reason: t('The alert names no address that could be blocked.') };
  const { value: address } = first;
  if (!isElsewhere(address))
    return { kind: 'none', reason: t('{0} is not the address of another machine.', address) };
  return { kind: 'address', address, ...attackedPort(alert) };
}

function attackedPort({ data, predecoder }: Alert): { readonly port: number; readonly isSaid: boolean } {
  const fields = isObject(data) ? data : {};
  const port = Number(fields.dstport ?? fields.dest_port);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return { port, isSaid: true };
  return { port: USUAL_PORT, isSaid: isObject(predecoder) && predecoder.program_name === 'sshd' };
}
