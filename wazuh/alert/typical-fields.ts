import type { Catalog, RuleFields } from '../catalog';
import type { RuleSummary } from '../ruleset';
import { type RuleLookup, stockAncestors } from './ancestors';
import { field, fieldPaths } from './field';

/**
 * How sure it is that the alerts of a rule carry certain fields. measured: seen in its own alerts. family: seen in those
 * of its parents, or of most rules of its file or group, or written in a sample. guessed: neither; what the rule's text needs, and a guess.
 */
export type Confidence = 'measured' | 'family' | 'guessed';

/** Fields that the alerts of a rule carry, and the decoder that gives them. */
export interface TypicalFields {
  /** Paths as in the alert: `data.srcip`, `syscheck.changed_attributes[]`. */
  readonly paths: readonly string[];
  readonly decoder: string | undefined;
  readonly confidence: Confidence;
}

/** The fields that most alerts of a rule carry. Throws what the catalog throws. */
export function typicalFields(rule: RuleSummary, catalog: Catalog, rules: RuleLookup): TypicalFields {
  const found = byRelatives(rule, catalog, rules);
  const ofFiles = found.decoder?.startsWith('syscheck') ?? false;
  const asked = (rule.fields ?? []).filter((path) => path.startsWith('syscheck.') === ofFiles);
  return { ...found, paths: union(found.paths, asked) };
}

function byRelatives(rule: RuleSummary, catalog: Catalog, rules: RuleLookup): TypicalFields {
  const needs = rule.source === undefined ? catalog.ruleNeeds(rule.id) : [];
  const own = rule.source === undefined ? catalog.ruleFields(rule.id) : undefined;
  if (own) return { paths: mostly([own], needs), decoder: own.decoder[0], confidence: 'measured' };
  const sampled = sampleFields(rule, catalog);
  if (sampled) return sampled;
  for (const relatives of families(rule, catalog, rules)) {
    const observed = relatives.flatMap((relative) => catalog.ruleFields(relative.id) ?? []);
    if (observed.length > 0) {
      return {
        paths: mostly(observed, needs),
        decoder: rule.decodedAs ?? commonest(observed.flatMap((fields) => fields.decoder)),
        confidence: 'family',
      };
    }
  }
  return {
    paths: union(needs, ['data.srcip', 'data.dstuser']),
    decoder: rule.decodedAs,
    confidence: 'guessed',
  };
}

/** The fields of a sample alert of the rule, where there is one: written after Wazuh's documents, not measured. */
function sampleFields(rule: RuleSummary, catalog: Catalog): TypicalFields | undefined {
  const info = catalog.samples.find((sample) => sample.rule === rule.id);
  const alert = info && catalog.sample(info.name)?.alert;
  if (!alert) return undefined;
  const decoder = field(alert, 'decoder.name');
  return {
    paths: fieldPaths(alert).filter((path) => /^(?:data|syscheck)\./.test(path)),
    decoder: typeof decoder === 'string' ? decoder : undefined,
    confidence: 'family',
  };
}

/** Rules whose alerts are likely to look like this one's, the nearest relatives first. */
function* families(rule: RuleSummary, catalog: Catalog, rules: RuleLookup): Iterable<readonly RuleSummary[]> {
  if (rule.source !== undefined) yield stockAncestors(rule, rules) ?? [];
  const parents = catalog.stockRules.filter((other) => rule.parents.includes(other.id));
  yield parents;
  yield catalog.stockRules.filter((other) =>
    rule.parentGroups?.some((group) => other.groups.includes(group)),
  );
  yield catalog.stockRules.filter((other) => other.parents.some((id) => rule.parents.includes(id)));
  yield catalog.stockRules.filter((other) => other.file === rule.file);
  // The smaller a group, the more its rules have in common.
  const circles = rule.groups.map((group) =>
    catalog.stockRules.filter((other) => other.groups.includes(group)),
  );
  yield* circles.toSorted((a, b) => a.length - b.length);
}

/** What the rule needs, and the paths that at least half of the alerts carry, each rule counted alike. */
function mostly(observed: readonly RuleFields[], needs: readonly string[]): readonly string[] {
  const shares = new Map<string, number>();
  const count = (path: string, share: number) => shares.set(path, (shares.get(path) ?? 0) + share);
  for (const { samples, always, sometimes } of observed) {
    for (const path of always) count(path, 1);
    for (const [path, times] of Object.entries(sometimes)) count(path, times / samples);
  }
  return union(
    needs,
    [...shares].filter(([, share]) => share * 2 >= observed.length).map(([path]) => path),
  );
}

function commonest(names: readonly string[]): string | undefined {
  const count = (name: string) => names.filter((other) => other === name).length;
  return names.toSorted((a, b) => count(b) - count(a))[0];
}

function union(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
