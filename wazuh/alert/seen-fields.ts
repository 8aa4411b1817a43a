import type { Catalog, RuleFields } from '../catalog';
import type { RuleSummary } from '../ruleset';
import type { Alert } from './alert';
import { type RuleLookup, stockAncestors, stockLookup } from './ancestors';
import { plausible } from './plausible';
import { tree } from './tree';

/** Alerts of which fewer were seen say little about what they never carry. */
const fewest = 2;

/** What the alerts of a rule were seen to carry. */
export interface SeenFields {
  /** An alert with every field that was ever seen, with made-up values. */
  readonly alert: Alert;
  /** Whether a field may be there that was not seen: nobody knows all that the source sends. */
  mayHave(path: string): boolean;
}

/**
 * What alerts of a rule were ever seen to carry. A custom rule has the fields of the stock rules on which it builds, over
 * others between: it fires on their events; and those that its own text asks for. undefined where too few were seen to tell
 * that a field is never there. Throws what the catalog throws.
 * @param rules where the rules are found on which it builds
 */
export function seenFields(
  rule: RuleSummary,
  catalog: Catalog,
  rules: RuleLookup = stockLookup(catalog.stockRules),
): SeenFields | undefined {
  const ancestors = stockAncestors(rule, rules);
  const seen = ancestors?.map(({ id }) => catalog.ruleFields(id) ?? seenBelow(id, catalog));
  if (!seen || seen.length === 0) return undefined;
  const known = seen.filter((facts) => facts !== undefined);
  const samples = known.reduce((sum, facts) => sum + facts.samples, 0);
  if (known.length < seen.length || samples < fewest) return undefined;
  const needs = (ancestors ?? []).flatMap(({ id }) => catalog.ruleNeeds(id));
  const paths = new Set([
    ...known.flatMap(({ always, sometimes }) => [...always, ...Object.keys(sometimes)]),
    ...needs,
    ...(rule.fields ?? []),
  ]);
  const decoders = known.flatMap(({ decoder }) => decoder);
  const alert = tree([...paths].map((path) => [path, plausible(path, decoders[0] ?? '')]));
  return { alert, mayHave: (path) => decoders.some((decoder) => isOpen(decoder, path)) };
}

/** Fields with a place of their own in every alert: a source sends them or not, whatever else it has. */
const fixed =
  /^data\.(?:srcip|dstip|srcport|dstport|protocol|action|srcuser|dstuser|id|status|url|data|extra_data|system_name)$/;

/** Whether a decoder hands on whatever its source sends, where a path leads. */
function isOpen(decoder: string, path: string): boolean {
  if (decoder === 'windows_eventchannel') return path.startsWith('data.win.');
  return decoder === 'json' && path.startsWith('data.') && !fixed.test(path);
}

/**
 * What was seen of the rules that build on one which never alerts itself, as those of level 0 do: it is the same events
 * that they are about. Undefined where they are of more than one decoder.
 */
function seenBelow(id: number, catalog: Catalog): RuleFields | undefined {
  const below = catalog.stockRules
    .filter(({ parents }) => parents.includes(id))
    .flatMap((rule) => catalog.ruleFields(rule.id) ?? []);
  const [first] = below;
  if (!first || below.some(({ decoder }) => decoder[0] !== first.decoder[0])) return undefined;
  const paths = below.flatMap(({ always, sometimes }) => [...always, ...Object.keys(sometimes)]);
  return {
    ...first,
    samples: below.reduce((sum, { samples }) => sum + samples, 0),
    always: [],
    sometimes: Object.fromEntries(paths.map((path) => [path, 1])),
  };
}
