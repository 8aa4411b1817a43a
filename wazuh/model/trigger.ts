import type { RuleIndex, RuleSummary } from '../ruleset';
import { atoi } from './number';
import type { ActiveResponse } from './response';
import { type ListedRule, rulesId } from './rules-id';

/** What sets a response off. */
export interface Trigger {
  /** The least level, or 0 for none. */
  readonly level: number;
  /** An OS_Regex over the rule's group string, or undefined. */
  readonly group: string | undefined;
  readonly ids: readonly ListedRule[];
}

/** The trigger of a response: its last `<level>`, `<rules_group>` and `<rules_id>`, each as Wazuh reads it. */
export function trigger({ level, rulesGroup, rulesId: list }: ActiveResponse): Trigger {
  return {
    level: level ? atoi(level.text) : 0,
    group: rulesGroup?.text,
    ids: list ? rulesId(list.text).rules : [],
  };
}

/** Whether a response can never fire, because nothing sets it off. */
export function isEmpty({ level, group, ids }: Trigger): boolean {
  return level === 0 && group === undefined && ids.length === 0;
}

/** Whether a response can be bound to a rule at all: not at level 0, and not with `no_ar`. */
export function canRespond(rule: RuleSummary): boolean {
  return rule.level > 0 && !rule.noActiveResponse;
}

/**
 * The rules that set a response off. Level and group given together must both match; an id is an alternative to them
 * (Rule_AddAR, analysisd/rules.c, 4.14.7).
 */
export function boundRules({ level, group, ids }: Trigger, rules: RuleIndex): readonly RuleSummary[] {
  const byGroup = group === undefined ? undefined : rules.inGroup(group);
  const matching = byGroup
    ? byGroup.filter((rule) => rule.level >= level)
    : level > 0
      ? rules.atLevel(level)
      : [];
  const found = new Map(matching.map((rule) => [rule.id, rule]));
  for (const { id } of ids) {
    const rule = rules.get(id);
    if (rule) found.set(id, rule);
  }
  return [...found.values()].filter(canRespond);
}
