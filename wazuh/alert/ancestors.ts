import type { RuleIndex, RuleSummary } from '../ruleset';

/** Finds a rule by its id. */
export type RuleLookup = Pick<RuleIndex, 'get'>;

/**
 * The stock rules on whose events a rule fires: of a custom one those that it builds on, over custom ones between; a stock
 * rule itself, also one that a custom rule overwrites. Undefined where they are not all known, as where it builds on a
 * group, on a decoder, or on a rule that is not at hand.
 */
export function stockAncestors(
  rule: RuleSummary,
  rules: RuleLookup,
  seen: readonly number[] = [],
): readonly RuleSummary[] | undefined {
  if (rule.source === undefined) return [rule];
  if (rule.parents.length === 0 || seen.includes(rule.id)) return undefined;
  const found = rule.parents.map((id) => {
    const parent = rules.get(id);
    return parent && stockAncestors(parent, rules, [...seen, rule.id]);
  });
  return found.every((each) => each !== undefined) ? [...new Set(found.flat())] : undefined;
}

/** The stock rules of a catalog, found by their ids. */
export function stockLookup(stockRules: readonly RuleSummary[]): RuleLookup {
  return { get: (id) => stockRules.find((rule) => rule.id === id) };
}
