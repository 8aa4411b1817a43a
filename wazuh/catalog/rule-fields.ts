import { type CatalogData, jsonLines } from './data';

/** How often a lookup of the stock scripts succeeded in the alerts that were observed; what is absent never happened. */
export interface LookupCount {
  readonly ok?: number;
  /** The field was there but its value is refused. */
  readonly invalid?: number;
  readonly none?: number;
}

/**
 * Which fields the alerts of a rule were measured to carry. Paths as in the alert: `data.srcip`; `[]` behind a key
 * stands for the elements of an array, and a key may itself contain dots.
 */
export interface RuleFields {
  /** How many alerts were observed. With one alone, a missing field is weak evidence. */
  readonly samples: number;
  /** tests: raised here with the real analysisd of 4.14.7. captured: published alerts of 4.x. both: both. */
  readonly source: 'tests' | 'captured' | 'both';
  readonly decoder: readonly string[];
  readonly always: readonly string[];
  /** Path to the number of alerts, out of `samples`, that carried it. Most first. */
  readonly sometimes: Readonly<Record<string, number>>;
  /** Whether firewall-drop and the like find an address. */
  readonly srcip: LookupCount;
  /** Whether disable-account finds a user. */
  readonly dstuser: LookupCount;
}

/** What a line of `data/rule-fields.ndjson` says of a rule: what was observed, what the rule's text needs, or both. */
export interface RuleFieldFacts {
  /** undefined where no alert of the rule was ever observed. */
  readonly observed: RuleFields | undefined;
  /** Paths that the rule needs in order to match: derived from the rule's text, not measured. */
  readonly needs: readonly string[];
  /** What the rule's own text asks these fields to hold, where one value says it; its parents ask for more. */
  readonly values: Readonly<Record<string, string>>;
}

/** The facts by rule id. */
export function ruleFieldFacts(data: CatalogData): ReadonlyMap<number, RuleFieldFacts> {
  type Line = { readonly id: number } & Partial<RuleFields & Pick<RuleFieldFacts, 'needs' | 'values'>>;
  return new Map(
    jsonLines<Line>(data, 'rule-fields.ndjson').map(({ id, needs = [], values = {}, ...observed }) => [
      id,
      { observed: isObserved(observed) ? observed : undefined, needs, values },
    ]),
  );
}

function isObserved(facts: Partial<RuleFields>): facts is RuleFields {
  return facts.samples !== undefined;
}
