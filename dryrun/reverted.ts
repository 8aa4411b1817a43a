import { difference, lasting, leftBehind } from './effects/difference';
import type { Probe } from './report';
import type { Attack } from './sandbox/sandbox';
import type { Session } from './session';

/**
 * What is left of a response after delete, in words; empty when everything was taken back. Undefined where there was
 * nothing to take back, or no delete.
 * @param named files that the alert is about
 */
export function left(
  { steps, probes, sandbox }: Session,
  named: readonly string[],
): readonly string[] | undefined {
  const first = steps[0];
  const undo = steps.findLast(({ step }) => step === 'delete');
  const added = steps.findLast(({ step }) => step === 'add');
  if (!first || !undo || !added) return undefined;
  const { original } = sandbox;
  if (lasting(difference(first.before, added.after, original), named).length === 0) return undefined;
  const behind = leftBehind(first.before, added.after, undo.after, original, named);
  return behind.filter((what) => !(isOpen(probes) && isScaffold(what, sandbox.attack)));
}

/** Whether the attacker was blocked, and gets through again. */
function isOpen(probes: Session['probes']): boolean {
  const reached = (when: Probe['when']) => probes.find((probe) => probe.when === when)?.reached;
  return reached('after add') === false && reached('after delete') === true;
}

/** A chain, a rule or a set that a response made to hold addresses, and that may stay as a folder may. */
function isScaffold(what: string, attack: Attack): boolean {
  return what.startsWith('firewall + ') && attack.kind === 'possible' && !what.includes(attack.address);
}
