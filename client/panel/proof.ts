import { t } from '@vscode/l10n';
import type { Probe, Proof } from '../../dryrun';
import type { Badge, ProofPicture } from './state';

/**
 * The proof as a picture: whether the attacker got through each time, with the tone of what should have been. Before the
 * response and after delete an attacker reaches the host; in between not.
 */
export function proofPicture(proof: Proof): ProofPicture {
  if (proof.kind === 'none') return { kind: 'none', about: proof.reason };
  return {
    kind: 'tried',
    probes: proof.probes.map((probe) => ({ when: moment(probe.when), outcome: outcome(probe) })),
    about: t('Somebody at {0} tried to connect to this host, each time.', proof.address),
  };
}

function outcome({ when, reached }: Probe): Badge {
  const asItShould = reached === (when !== 'after add');
  return { tone: asItShould ? 'good' : 'bad', text: reached ? t('reached') : t('blocked') };
}

function moment(when: Probe['when']): string {
  switch (when) {
    case 'before add':
      return t('before add');
    case 'after add':
      return t('after add');
    case 'after delete':
      return t('after delete');
  }
}
