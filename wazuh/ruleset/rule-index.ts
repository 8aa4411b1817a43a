import { once } from '../once';
import { clauseGroups, isCompliance } from './groups';
import { osRegex } from './os-regex';
import type { RuleIndex, RuleSummary } from './rule';
import { type Field, WordIndex } from './word-index';

/** What the index takes from the catalog: read when it is first asked, not before. */
export interface StockRules {
  readonly stockRules: readonly RuleSummary[];
  /** The technique of an ATT&CK id. */
  mitre(id: string): { readonly name: string } | undefined;
}

/**
 * An index over the stock rules and `custom` ones, in the order in which Wazuh loads the files. As in Wazuh, of two
 * rules with one id the first counts, unless the later one says `overwrite="yes"` (rules.c and rules_list.c, 4.14.7).
 * A custom file that is named like a stock one is taken for a copy that stands in for it.
 * Nothing is read or built before the first question; what `stock` throws then is thrown.
 */
export function ruleIndex(stock: StockRules, custom: readonly RuleSummary[]): RuleIndex {
  const all = once(() => merge(stock.stockRules, custom));
  const sorted = once(() => [...all().values()].sort((a, b) => a.id - b.id));
  const alike = once(() => byGroupText(sorted()));
  const groups = once(() => countGroups(alike()));
  const words = once(() => new WordIndex(sorted().map((rule) => fields(rule, stock))));
  return {
    get: (id) => all().get(id),
    search: (query, limit) => search(sorted(), words, query, limit),
    get groups() {
      return groups();
    },
    inGroup(expression) {
      const pattern = osRegex(expression);
      if (!pattern) return [];
      const matching = [...alike()].filter(([groupText]) => pattern.test(groupText));
      return matching.flatMap(([, rules]) => rules).sort((a, b) => a.id - b.id);
    },
    atLevel: (minimum) => sorted().filter((rule) => rule.level >= minimum),
  };
}

function merge(
  stock: readonly RuleSummary[],
  custom: readonly RuleSummary[],
): ReadonlyMap<number, RuleSummary> {
  const rules = new Map(stock.map((rule) => [rule.id, rule]));
  for (const rule of custom) {
    const former = rules.get(rule.id);
    if (!former || isCopy(former, rule)) rules.set(rule.id, rule);
    else if (rule.overwrite) rules.set(rule.id, { ...rule, parents: former.parents });
  }
  return rules;
}

function isCopy(former: RuleSummary, rule: RuleSummary): boolean {
  return former.source === undefined && former.file === rule.file;
}

/** Most rules share their group string with others: each is matched and taken apart once. */
function byGroupText(rules: readonly RuleSummary[]): ReadonlyMap<string, readonly RuleSummary[]> {
  const alike = new Map<string, RuleSummary[]>();
  for (const rule of rules) {
    const known = alike.get(rule.groupText);
    if (known) known.push(rule);
    else alike.set(rule.groupText, [rule]);
  }
  return alike;
}

function countGroups(alike: ReadonlyMap<string, readonly RuleSummary[]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rules of alike.values()) {
    const [{ groups, compliance } = { groups: [], compliance: {} }] = rules;
    for (const group of [...groups, ...clauseGroups(compliance)]) {
      counts.set(group, (counts.get(group) ?? 0) + rules.length);
    }
  }
  const order = ([group, count]: readonly [string, number]) => (isCompliance(group) ? 0 : 1e6) + count;
  return new Map([...counts].sort((a, b) => order(b) - order(a)));
}

/** What a rule is found by besides its id. */
function fields(rule: RuleSummary, stock: StockRules): readonly Field[] {
  return [
    { text: rule.summary, weight: 10 },
    { text: rule.groups.join(' '), weight: 8 },
    ...rule.mitre.map((id) => ({ text: `${id} ${stock.mitre(id)?.name ?? ''}`, weight: 6 })),
    { text: rule.file.replace(/^\d+-|_rules|\.xml$/g, ' '), weight: 3 },
  ];
}

function search(
  rules: readonly RuleSummary[],
  words: () => WordIndex,
  query: string,
  limit: number,
): readonly RuleSummary[] {
  const [, digits] = /^\s*(\d+)\s*$/.exec(query) ?? [];
  const byId = digits === undefined ? [] : rules.filter((rule) => String(rule.id).startsWith(digits));
  const byWords = [...words().find(query)]
    .flatMap(([document, score]) => {
      const rule = rules[document];
      return rule && !byId.includes(rule) ? [{ rule, score: score + likelihood(rule) }] : [];
    })
    .sort((a, b) => b.score - a.score || a.rule.id - b.rule.id)
    .map(({ rule }) => rule);
  return [...byId, ...byWords].slice(0, Math.max(0, limit));
}

/** How likely a response is wanted for a rule: less than any word counts. */
function likelihood({ level, noAlert }: RuleSummary): number {
  return level === 0 || noAlert ? -2 : level / 16;
}
