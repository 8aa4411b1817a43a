import type { Catalog } from '../catalog';
import type { RuleSummary } from '../ruleset';
import type { RuleLookup } from './ancestors';

/**
 * What fields must hold for a rule to fire, as far as the texts of the rule and of those on which it builds say one value:
 * the id of the Windows event, the status of a web server. Where they differ, the rule itself counts.
 */
export function askedValues(
  rule: RuleSummary,
  catalog: Catalog,
  rules: RuleLookup,
  seen: readonly number[] = [],
): Readonly<Record<string, string>> {
  if (seen.includes(rule.id)) return {};
  const parent = parentOf(rule, catalog, rules);
  return {
    ...(parent && askedValues(parent, catalog, rules, [...seen, rule.id])),
    ...(rule.source === undefined || rule.overwrite ? catalog.ruleValues(rule.id) : {}),
  };
}

function parentOf(
  { parents, parentGroups = [] }: RuleSummary,
  { stockRules }: Catalog,
  rules: RuleLookup,
): RuleSummary | undefined {
  const [id] = parents;
  if (id !== undefined) return rules.get(id);
  // The first rule of a group is the one that gathers its events.
  return stockRules.find(({ groups }) => parentGroups.some((group) => groups.includes(group)));
}
