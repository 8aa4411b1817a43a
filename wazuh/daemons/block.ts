import { type ElementReference, isNamed, type Reaction, type Requirement } from '../catalog';
import type { Element } from '../os-xml';
import { attributeRemarks } from './attributes';
import { installation } from './installation';
import type { Remark } from './remark';
import { requirements } from './requirement';
import { type BadText, judge } from './text';
import { attributeOf, type Block, remark, type Walk } from './walk';

const silent: Reaction = { reaction: 'silent' };

/** Everything that the reader of a section has to say to it, in the order in which it reads. */
export function sectionRemarks(walk: Walk): readonly Remark[] {
  const remarks = readSection(walk);
  if (walk.role !== 'agent.conf' || !walk.reference.agentConfScopeSectionRefuses) return remarks;
  return remarks.map((one) =>
    one.reaction.scope === 'section'
      ? { ...one, reaction: { ...one.reaction, reaction: 'error', scope: 'daemon' } }
      : one,
  );
}

function readSection(walk: Walk): readonly Remark[] {
  const { section, reference, role } = walk;
  const { element } = section;
  const path = [section.name];
  const onUnknownChild = reference.onUnknownChildByRole?.[installation(role)] ?? reference.onUnknownChild;
  return [
    ...attributeRemarks(walk, {
      element,
      path,
      references: reference.attributes ?? [],
      owner: undefined,
      parent: undefined,
    }),
    ...blockRemarks(walk, { element, path, children: reference.children, onUnknownChild }),
    ...requirements(walk, element, reference.requires ?? [], reference.children, path),
  ];
}

function blockRemarks(walk: Walk, block: Block): readonly Remark[] {
  const remarks: Remark[] = [];
  const found = walk.children(block.element);
  const looked = walk.reference.onlyFirstChild && block.path.length === 1 ? found.slice(0, 1) : found;
  for (const element of looked) {
    const reference = block.children.find((one) => isNamed(one, element.name));
    const path = [...block.path, element.name];
    if (!reference || !isKnownHere(walk, reference)) {
      const reaction = block.onUnknownChild ?? silent;
      remarks.push(remark(walk, 'unknown-element', { element, path, reaction }));
      if (endsReading(reaction)) return remarks;
      continue;
    }
    if (!isReadHere(walk, reference)) continue;
    const own = elementRemarks(walk, reference, element, block, path);
    remarks.push(...own);
    if (reference.stopsReader && own.some(({ kind }) => kind === 'bad-value')) return remarks;
  }
  return [...remarks, ...missingElements(walk, block, found)];
}

function missingElements(walk: Walk, block: Block, found: readonly Element[]): readonly Remark[] {
  return block.children.flatMap((reference): readonly Remark[] => {
    if (!reference.required || !isReadHere(walk, reference) || isSaidByRule(walk, block, reference))
      return [];
    if (found.some((child) => isNamed(reference, child.name))) return [];
    const reaction = reference.onMissing ?? reference.onInvalid;
    const path = [...block.path, reference.name];
    return reaction
      ? [remark(walk, 'missing-element', { element: block.element, path, reaction, reference })]
      : [];
  });
}

/** Whether a rule of the section says that the element is missing, with Wazuh's own number. */
function isSaidByRule({ reference }: Walk, { path }: Block, { name }: ElementReference): boolean {
  return path.length === 1 && (reference.requires ?? []).some(({ allOf = [] }) => allOf.includes(name));
}

function elementRemarks(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
  path: readonly string[],
): readonly Remark[] {
  if (reference.firstInFileOnly?.includes(installation(walk.role))) {
    if (walk.met.has(reference)) return [];
    walk.met.add(reference);
  }
  const skip = reference.skippedWhen;
  if (skip && new RegExp(skip.pattern).test(attributeOf(element, skip.attribute) ?? '')) {
    const reaction = { reaction: skip.reaction };
    return [remark(walk, 'bad-value', { element, path, reaction, reference, words: 'skipped' })];
  }
  const attributes = attributeRemarks(walk, {
    element,
    path,
    references: reference.attributes ?? [],
    owner: reference,
    parent: parent.element,
  });
  return reference.type === 'group'
    ? [...attributes, ...groupRemarks(walk, reference, element, parent, path)]
    : [...attributes, ...textRemarks(walk, reference, element, parent, path)];
}

function groupRemarks(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
  path: readonly string[],
): readonly Remark[] {
  const empty = (reaction: Reaction) => [
    remark(walk, 'bad-value', { element, path, reaction, reference, words: 'empty' }),
  ];
  if (reference.legacyTextForm && element.attributes.length === 0) {
    return element.text === '' ? empty({ reaction: 'error', scope: 'daemon' }) : [];
  }
  if (walk.children(element).length === 0) return reference.onEmpty ? empty(reference.onEmpty) : [];
  const children = reference.children ?? [];
  return [
    ...blockRemarks(walk, {
      element,
      path,
      children,
      onUnknownChild: reference.onUnknownChild ?? parent.onUnknownChild,
    }),
    ...requirements(walk, element, reference.requires ?? [], children, path),
  ];
}

function textRemarks(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
  path: readonly string[],
): readonly Remark[] {
  const misplaced = reference.requires?.find((rule) => !fitsParent(rule, parent.element));
  if (misplaced) {
    const { words } = misplaced;
    const reaction = { reaction: 'error', scope: 'daemon', effect: words } as const;
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
  const siblings = walk.children(parent.element).filter((one) => isNamed(reference, one.name));
  if (reference.onlyFirstNonEmpty && siblings.find((one) => one.text !== '') !== element) return undefined;
  if (reference.deferred && siblings.at(-1) !== element) return undefined;
  const { kindAttribute } = reference;
  const dialect = kindAttribute === undefined ? undefined : attributeOf(element, kindAttribute);
  return judge(reference, element.text, { dialect, system: walk.system });
}

/** Whether a rule about an attribute of the element's parent holds: `profile` only in a content of type xccdf. */
function fitsParent(rule: Requirement, parent: Element): boolean {
  if (rule.attribute === undefined) return true;
  const value = attributeOf(parent, rule.attribute) ?? rule.attributeDefault;
  if (typeof rule.equals === 'string') return value === rule.equals;
  return rule.notEquals === undefined || value !== rule.notEquals;
}

/** Stock builds do not know what other builds do, and agent.conf has readers of its own that know fewer names. */
function isKnownHere({ role }: Walk, reference: ElementReference): boolean {
  if (reference.builtWith !== undefined) return false;
  return role !== 'agent.conf' || reference.inAgentConf !== false;
}

/** Whether this installation's reader looks at an element at all. */
function isReadHere({ role }: Walk, { appliesTo }: ElementReference): boolean {
  return !appliesTo || appliesTo.includes(installation(role));
}

/** Whether the reader goes no further in this block. */
function endsReading({ reaction, scope }: Reaction): boolean {
  return reaction === 'error' || scope === 'section';
}
