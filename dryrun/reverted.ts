import { difference, lasting, leftBehind } from './effects/difference';
import type { Snapshot } from './effects/snapshot';
import { standing } from './effects/undo';
import type { Probe } from './report';
import type { Session } from './session';
import { targets } from './target';

/**
 * What is left of a response after delete, in words; empty when everything was taken back. Undefined where there was
 * nothing to take back, or no delete.
 * @param named files that the alert is about
 */
export function left(session: Session, named: readonly string[]): readonly string[] | undefined {
  const { scenario, steps, probes } = session;
  return undoing(session, named)?.behind.filter(
    (what) => !isForSet(what) && !(isScaffold(what, steps) && (isOpen(probes) || isSeveral(scenario))),
  );
}

/** Whether delete took back at least a part of what add did. */
export function takesBack(session: Session, named: readonly string[]): boolean {
  const { done = [], behind = [] } = undoing(session, named) ?? {};
  return done.some((what) => !behind.includes(what));
}

/** What add did that lasts, and what of it was still there after delete; undefined where it did nothing, or no delete. */
function undoing({ steps, sandbox: { original } }: Session, named: readonly string[]) {
  const first = steps[0];
  const undo = steps.findLast(({ step }) => step === 'delete');
  const added = steps.findLast(({ step }) => step === 'add');
  if (!first || !undo || !added) return undefined;
  const calls = (after: Snapshot) => standing(after.calls.slice(first.before.calls.length));
  const done = [...lasting(difference(first.before, added.after, original), named), ...calls(added.after)];
  const behind = [
    ...leftBehind(first.before, added.after, undo.after, original, named),
    ...calls(undo.after),
  ];
  return done.length === 0 ? undefined : { done, behind };
}

/** Who gets through is tried with one alert alone, so that is where a rule that is left open shows. */
function isSeveral({ acts }: Session['scenario']): boolean {
  const [first, ...more] = acts.filter(({ kind }) => kind !== 'wait');
  return first?.kind === 'alerts at once' || more.length > 0;
}

/** Whether the attacker was blocked, and gets through again. */
function isOpen(probes: Session['probes']): boolean {
  const reached = (when: Probe['when']) => probes.find((probe) => probe.when === when)?.reached;
  return reached('after add') === false && reached('after delete') === true;
}

/** A set, or a rule that goes by what is in one: without addresses it stops nobody. */
function isForSet(what: string): boolean {
  return /^firewall \+ (?:ipset [\w.-]+$|.*--match-set )/.test(what);
}

/** A chain, a rule or a set that a response made to hold addresses, and that may stay as a folder may. */
function isScaffold(what: string, steps: Session['steps']): boolean {
  const addresses = steps.flatMap(({ alert }) => targets(alert)).filter(({ kind }) => kind === 'address');
  return (
    what.startsWith('firewall + ') &&
    addresses.length > 0 &&
    !addresses.some(({ value }) => what.includes(value))
  );
}
