import { activeResponseChecks } from './active-response';
import type { Check } from './check';
import { commandChecks } from './command';
import { sectionChecks } from './sections';
import { wazuh5Checks } from './wazuh-5';
import { xmlChecks } from './xml';

/** Every check, in the order of the index in docs/diagnostics. */
export const allChecks: readonly Check[] = [
  ...xmlChecks,
  ...commandChecks,
  ...activeResponseChecks,
  ...sectionChecks,
  ...wazuh5Checks,
];

/** Whether a check speaks of the tree itself, and so must see the blocks that a fault tears. */
export function readsTornBlocks(check: Check): boolean {
  return xmlChecks.includes(check);
}
