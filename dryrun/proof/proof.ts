import { t } from '@vscode/l10n';
import { type Difference, difference } from '../effects/difference';
import { hostOf } from '../effects/reach';
import type { Proof } from '../report';
import type { Session } from '../session';

/** What a session proves: whether its response blocks the attacker, or why that could not be tried. */
export function proof(session: Session): Proof {
  const { probes, sandbox } = session;
  const { attack } = sandbox;
  if (attack.kind === 'none') return attack;
  if (probes.some(({ when, reached }) => when === 'before add' && !reached))
    return { kind: 'none', reason: t('Even before add no connection came through on this machine.') };
  if (probes.some(({ when }) => when !== 'before add'))
    return { kind: 'tried', address: attack.address, probes };
  return { kind: 'none', reason: otherMeans(session) };
}

/** How a response works that changed nothing in the firewall that is in force. */
function otherMeans({ steps, sandbox: { original } }: Session): string {
  const changes = steps
    .filter(({ step }) => step === 'add')
    .map(({ before, after }) => difference(before, after, original));
  const [recorded] = changes.flatMap(({ firewall }) => firewall.added);
  if (recorded !== undefined)
    return t('{0} was only recorded here: no rule came into force.', recorded.split(' ', 1)[0] ?? '');
  if (changes.some(({ files }) => files.some(({ path }) => path === '/etc/hosts.deny')))
    return t(
      'It denies by /etc/hosts.deny, which only services look at that are built to: a connection shows nothing.',
    );
  const asked = changes.flatMap(called);
  if (asked[0] !== undefined)
    return t('It leaves it to {0} to act, which only plays along in the sandbox.', asked[0]);
  if (changes.some(({ accounts }) => accounts.added.length + accounts.removed.length > 0))
    return t('It acts on an account, not on an address.');
  return t('It changed no firewall rule and no route.');
}

/** Whom a script left the work to: commands that were recorded, and whom it reached or tried to. */
function called({ calls, reached, attempts }: Difference): readonly string[] {
  return [
    ...calls.filter(({ kind }) => kind === 'acts').map(({ words }) => words[0] ?? ''),
    ...reached.map(({ to }) => hostOf(to)),
    ...attempts.map((attempt) => attempt.replace(/^\w+ /, '')),
  ];
}
