import { t } from '@vscode/l10n';
import type { Probe, Proof } from '../../dryrun';
import { visible } from '../../wazuh/visible';
import type { Paint } from '../paint';

/**
 * Whether the attacker got through, one moment a line, or why that was not tried.
 * @param timeout seconds; 0 for a response that nothing takes back
 */
export function proofLines(proof: Proof, timeout: number, { green, red }: Paint): readonly string[] {
  if (proof.kind === 'none') return [t('Not tried. {0}', visible(proof.reason))];
  const { address, probes } = proof;
  const rows = probes.map(({ when, port, reached }) => {
    const right = reached === (when !== 'after add');
    const word = reached ? t('reached') : t('blocked');
    return `${moments()[when].padEnd(14)}${(right ? green : red)(word)}  ${t('{0} to tcp port {1}', address, port)}`;
  });
  const stays = timeout === 0 && probes.some(({ when, reached }) => when === 'after add' && !reached);
  return stays
    ? [...rows, t('Without a timeout nothing takes it back: {0} stays blocked until somebody does.', address)]
    : rows;
}

function moments(): Readonly<Record<Probe['when'], string>> {
  return {
    'before add': t('before add'),
    'after add': t('after add'),
    'after delete': t('after delete'),
  };
}
