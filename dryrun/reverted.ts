import { difference, lasting, leftBehind } from './effects/difference';
import type { Session } from './session';

/**
 * What is left of a response after delete, in words; empty when everything was taken back. Undefined where there was
 * nothing to take back, or no delete.
 * @param named files that the alert is about
 */
export function left({ steps, sandbox }: Session, named: readonly string[]): readonly string[] | undefined {
  const first = steps[0];
  const undo = steps.findLast(({ step }) => step === 'delete');
  const added = steps.findLast(({ step }) => step === 'add');
  if (!first || !undo || !added) return undefined;
  const { original } = sandbox;
  if (lasting(difference(first.before, added.after, original), named).length === 0) return undefined;
  return leftBehind(first.before, added.after, undo.after, original, named);
}
