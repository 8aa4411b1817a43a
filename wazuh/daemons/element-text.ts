import { type ElementReference, isNamed, type Requirement } from '../catalog';
import type { Element } from '../os-xml';
import { installation } from './installation';
import type { Remark } from './remark';
import { reactionOf } from './requirement';
import { type BadText, judge } from './text';
import { attributeOf, type Block, remark, type Walk } from './walk';

/** What a reader says to the text of an element that holds no others. */
export function textRemarks(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
  path: readonly string[],
): readonly Remark[] {
  const misplaced = reference.requires?.find((rule) => !fitsParent(rule, parent.element));
  if (misplaced) {
    const { words } = misplaced;
    const reaction = reactionOf(misplaced);
    return [remark(walk, 'relation', { element, path, reaction, reference, words })];
  }
  const bad = badText(walk, reference, element, parent);
  if (!bad) return [];
  const reaction = reference.onInvalidByRole?.[installation(walk.role)] ?? bad.reaction;
  return [remark(walk, 'bad-value', { element, path, reaction, reference, words: bad.fault })];
}

function badText(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
): BadText | undefined {
  const ignored = reference.valueIgnoredWhen;
  if (ignored && attributeOf(element, ignored.attribute) === ignored.equals) return undefined;
  const { valuesWhen } = reference;
  if (valuesWhen && attributeOf(element, valuesWhen.attribute) === valuesWhen.equals) {
    return valuesWhen.values.includes(element.text) ? undefined : { fault: 'invalid', reaction: valuesWhen };
  }
  if (reference.leftToClusterd || !isTheOneLookedAt(walk, reference, element, parent)) return undefined;
  const { kindAttribute } = reference;
  const dialect = kindAttribute === undefined ? undefined : attributeOf(element, kindAttribute);
  return judge(reference, element.text, { dialect, system: walk.system });
}

/** Whether it is the occurrence, of several, that the reader looks at. */
function isTheOneLookedAt(walk: Walk, reference: ElementReference, element: Element, parent: Block): boolean {
  const { onlyFirstNonEmpty, deferred } = reference;
  if (!onlyFirstNonEmpty && !deferred) return true;
  const isOne = ({ name }: Element) => isNamed(reference, name);
  const all = walk.children(parent.element);
  if (onlyFirstNonEmpty && all.find((one) => isOne(one) && one.text !== '') !== element) return false;
  return !deferred || all.findLast(isOne) === element;
}

/** Whether a rule about an attribute of the element's parent holds: `profile` only in a content of type xccdf. */
function fitsParent(rule: Requirement, parent: Element): boolean {
  if (rule.attribute === undefined) return true;
  const value = attributeOf(parent, rule.attribute) ?? rule.attributeDefault;
  if (typeof rule.equals === 'string') return value === rule.equals;
  return rule.notEquals === undefined || value !== rule.notEquals;
}
