import type { Catalog } from '../../wazuh/catalog';
import { rulesId } from '../../wazuh/model';
import type { Element, OsXml } from '../../wazuh/os-xml';
import { elementAt, elements } from '../../wazuh/os-xml';
import { type Span, span, touches } from '../../wazuh/span';
import { referenceOf } from './reference';

/** One rule id of a list such as `<rules_id>`, and where it stands. */
export interface RuleId {
  readonly id: number;
  readonly span: Span;
}

/** The rule ids in an element's text as Wazuh reads them; none where a comment stands among them. */
export function ruleIdsIn(element: Element, xml: OsXml): readonly RuleId[] {
  const { start, end } = element.textSpan;
  if (xml.text.slice(start, end) !== element.text) return [];
  return rulesId(element.text).rules.map((rule) => ({
    id: rule.id,
    span: span(start + rule.start, start + rule.end),
  }));
}

/** The rule id at `offset`, in any element that lists rules. */
export function ruleIdAt(xml: OsXml, offset: number, catalog: Catalog): RuleId | undefined {
  const element = elementAt(xml, offset);
  if (!element || !listsRules(element, catalog)) return undefined;
  return ruleIdsIn(element, xml).find((rule) => touches(rule.span, offset));
}

/** Every place of a file that names a rule. */
export function placesOfRule(xml: OsXml, id: number, catalog: Catalog): readonly Span[] {
  return [...elements(xml)]
    .filter((element) => listsRules(element, catalog))
    .flatMap((element) => ruleIdsIn(element, xml))
    .filter((rule) => rule.id === id)
    .map((rule) => rule.span);
}

function listsRules(element: Element, catalog: Catalog): boolean {
  const reference = referenceOf(element, catalog);
  return reference?.kind === 'option' && reference.option.type === 'rule-id-list';
}
