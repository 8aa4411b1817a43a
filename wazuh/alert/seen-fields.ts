import type { Catalog } from '../catalog';
import type { RuleSummary } from '../ruleset';
import type { Alert } from './alert';
import { plausible } from './plausible';
import { tree } from './tree';

/** Alerts of which fewer were seen say little about what they never carry. */
const fewest = 2;

/**
 * An alert with every field that alerts of a rule were ever seen to carry, with made-up values. A rule of which none
 * were seen has the fields of those on which it builds: it fires on their events. undefined where too few were seen to
 * tell that a field is never there. Throws what the catalog throws.
 */
export function seenFields(rule: RuleSummary, catalog: Catalog): Alert | undefined {
  const own = rule.source === undefined ? catalog.ruleFields(rule.id) : undefined;
  const seen = own ? [own] : rule.parents.map((parent) => catalog.ruleFields(parent));
  const known = seen.filter((facts) => facts !== undefined);
  const samples = known.reduce((sum, facts) => sum + facts.samples, 0);
  if (known.length < seen.length || samples < fewest) return undefined;
  const needs = rule.source === undefined ? catalog.ruleNeeds(rule.id) : [];
  const paths = new Set([
    ...known.flatMap(({ always, sometimes }) => [...always, ...Object.keys(sometimes)]),
    ...needs,
  ]);
  const decoder = known[0]?.decoder[0] ?? '';
  return tree([...paths].map((path) => [path, plausible(path, decoder)]));
}
