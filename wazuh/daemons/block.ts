import type {
  AttributeReference,
  ElementReference,
  Reaction,
  Requirement,
  SectionReference,
  System,
} from '../catalog';
import type { Children, Role, Section } from '../model';
import type { Element } from '../os-xml';
import { installation } from './installation';
import type { Remark } from './remark';
import { requirements } from './requirement';
import { type BadText, judge } from './text';

/** Where a walk stands: whose file, which section, and what was met so far. */
export interface Walk {
  readonly role: Role;
  readonly system: System;
  readonly children: Children;
  readonly section: Section;
  readonly reference: SectionReference;
  /** Elements of which only the first in the file is looked at, once met. */
  readonly met: Set<ElementReference>;
}

/** An element with children, or a section: what a reader walks over. */
interface Block {
  readonly element: Element;
  readonly path: readonly string[];
  readonly children: readonly ElementReference[];
  readonly onUnknownChild: Reaction | undefined;
}

const silent: Reaction = { reaction: 'silent' };

/** Everything that the reader of a section has to say to it, in the order in which it reads. */
export function sectionRemarks(walk: Walk): readonly Remark[] {
  const remarks = blockAndRules(walk);
  const { agentConfScopeSectionRefuses } = walk.reference;
  if (walk.role !== 'agent.conf' || !agentConfScopeSectionRefuses) return remarks;
  return remarks.map((one) =>
    one.reaction.scope === 'section'
      ? { ...one, reaction: { ...one.reaction, reaction: 'error', scope: 'daemon' } }
      : one,
  );
}

function blockAndRules(walk: Walk): readonly Remark[] {
  const { section, reference, role } = walk;
  const onUnknownChild =
    (role !== 'manager' ? reference.onUnknownChildByRole?.agent : reference.onUnknownChildByRole?.manager) ??
    reference.onUnknownChild;
  const block: Block = {
    element: section.element,
    path: [section.name],
    children: reference.children,
    onUnknownChild,
  };
  return [
    ...attributeRemarks(walk, section.element, reference.attributes ?? [], undefined, block.path),
    ...blockRemarks(walk, block),
    ...requirements(walk, section.element, reference.requires ?? [], reference.children, block.path),
  ];
}

function blockRemarks(walk: Walk, block: Block): readonly Remark[] {
  const remarks: Remark[] = [];
  const found = walk.children(block.element);
  const looked = walk.reference.onlyFirstChild && block.path.length === 1 ? found.slice(0, 1) : found;
  for (const child of looked) {
    const reference = block.children.find((one) => isNamed(one, child.name));
    const path = [...block.path, child.name];
    if (!reference || reference.builtWith !== undefined || !isSharedName(walk, reference)) {
      const reaction = block.onUnknownChild ?? silent;
      remarks.push(remark(walk, 'unknown-element', child, path, reaction, ''));
      if (stops(reaction)) return remarks;
      continue;
    }
    if (!isRead(walk, reference)) continue;
    const own = elementRemarks(walk, reference, child, block, path);
    remarks.push(...own);
    if (reference.stopsReader && own.some(({ kind }) => kind === 'bad-value')) return remarks;
  }
  for (const reference of block.children) {
    if (!reference.required || !isRead(walk, reference)) continue;
    if (found.some((child) => isNamed(reference, child.name))) continue;
    const reaction = reference.onMissing ?? reference.onInvalid;
    if (reaction)
      remarks.push(
        remark(walk, 'missing-element', block.element, [...block.path, reference.name], reaction, ''),
      );
  }
  return remarks;
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
  if (skip && new RegExp(skip.pattern).test(attribute(element, skip.attribute) ?? '')) {
    return [remark(walk, 'bad-value', element, path, { reaction: skip.reaction }, '')];
  }
  const attributes = attributeRemarks(
    walk,
    element,
    reference.attributes ?? [],
    reference,
    path,
    parent.element,
  );
  if (reference.type === 'group')
    return [...attributes, ...groupRemarks(walk, reference, element, parent, path)];
  const wanted = reference.requires?.find((rule) => !fitsParent(rule, parent.element));
  if (wanted) {
    const reaction = { reaction: 'error', scope: 'daemon', effect: wanted.words } as const;
    return [...attributes, remark(walk, 'relation', element, path, reaction, wanted.words)];
  }
  const bad = textFault(walk, reference, element, parent);
  return bad
    ? [...attributes, remark(walk, 'bad-value', element, path, bad.reaction, bad.fault)]
    : attributes;
}

function groupRemarks(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
  path: readonly string[],
): readonly Remark[] {
  if (reference.legacyTextForm && element.attributes.length === 0) {
    return element.text === '' && reference.onEmpty
      ? [remark(walk, 'bad-value', element, path, { reaction: 'error', scope: 'daemon' }, 'empty')]
      : [];
  }
  if (walk.children(element).length === 0) {
    return reference.onEmpty ? [remark(walk, 'bad-value', element, path, reference.onEmpty, 'empty')] : [];
  }
  const block: Block = {
    element,
    path,
    children: reference.children ?? [],
    onUnknownChild: reference.onUnknownChild ?? parent.onUnknownChild,
  };
  return [
    ...blockRemarks(walk, block),
    ...requirements(walk, element, reference.requires ?? [], block.children, path),
  ];
}

function textFault(
  walk: Walk,
  reference: ElementReference,
  element: Element,
  parent: Block,
): BadText | undefined {
  const ignored = reference.valueIgnoredWhen;
  if (ignored && attribute(element, ignored.attribute) === ignored.equals) return undefined;
  const siblings = walk.children(parent.element).filter((one) => isNamed(reference, one.name));
  if (reference.onlyFirstNonEmpty && siblings.find((one) => one.text !== '') !== element) return undefined;
  if (reference.deferred && siblings.at(-1) !== element) return undefined;
  const dialect =
    reference.kindAttribute === undefined ? undefined : attribute(element, reference.kindAttribute);
  return judge(reference, element.text, { dialect, system: walk.system });
}

function attributeRemarks(
  walk: Walk,
  element: Element,
  references: readonly AttributeReference[],
  owner: ElementReference | undefined,
  path: readonly string[],
  parent?: Element,
): readonly Remark[] {
  if (owner?.attributesOnlyWithChildren && walk.children(element).length === 0) return [];
  const remarks: Remark[] = [];
  for (const [index, written] of element.attributes.entries()) {
    const reference = references.find((one) => isNamed(one, written.name));
    if (!reference) {
      if (owner?.onUnknownAttribute) {
        remarks.push({
          ...remark(walk, 'unknown-attribute', element, path, owner.onUnknownAttribute, ''),
          span: written.span,
          attribute: written,
        });
      }
      continue;
    }
    if (reference.ignoredWhenEmptyText && element.text === '') continue;
    const unless = reference.unlessParent;
    if (unless && parent && attribute(parent, unless.attribute) === unless.equals) continue;
    const bad =
      reference.mustBeFirst && index > 0
        ? { fault: 'invalid' as const, reaction: reference.onNotFirst ?? reference.onInvalid ?? silent }
        : judge(reference, written.value, { dialect: undefined, system: walk.system });
    if (bad) {
      remarks.push({
        ...remark(walk, 'bad-attribute', element, path, bad.reaction, bad.fault),
        span: written.valueSpan,
        attribute: written,
      });
    }
  }
  for (const reference of references) {
    const needed = reference.required || (reference.requiredIfAttributes && element.attributes.length > 0);
    if (!needed || element.attributes.some((one) => isNamed(reference, one.name))) continue;
    const unless = reference.unlessParent;
    if (unless && parent && attribute(parent, unless.attribute) === unless.equals) continue;
    const reaction = reference.onMissing ?? reference.onInvalid;
    if (reaction) {
      remarks.push({
        ...remark(walk, 'missing-attribute', element, path, reaction, reference.name),
        span: element.nameSpan,
      });
    }
  }
  return remarks;
}

function remark(
  walk: Walk,
  kind: Remark['kind'],
  element: Element,
  path: readonly string[],
  reaction: Reaction,
  words: string,
): Remark {
  const atName = kind === 'unknown-element' || kind === 'missing-element';
  const place = element.textSpan.start < element.textSpan.end ? element.textSpan : element.span;
  return {
    kind,
    span: atName ? element.nameSpan : place,
    section: walk.section,
    path,
    element,
    attribute: undefined,
    reaction,
    words,
  };
}

/** Whether a rule about an attribute of the element's parent holds: `profile` only in a content of type xccdf. */
function fitsParent(rule: Requirement, parent: Element): boolean {
  if (rule.attribute === undefined) return true;
  const value = attribute(parent, rule.attribute) ?? rule.attributeDefault;
  if (typeof rule.equals === 'string') return value === rule.equals;
  return rule.notEquals === undefined || value !== rule.notEquals;
}

/** agent.conf has readers of its own for some sections: a name that they do not know is an unknown element there. */
function isSharedName({ role }: Walk, reference: ElementReference): boolean {
  return role !== 'agent.conf' || reference.inAgentConf !== false;
}

/** Whether this installation's reader looks at an element at all. */
function isRead({ role }: Walk, reference: ElementReference): boolean {
  if (reference.appliesTo && !reference.appliesTo.includes(installation(role))) return false;
  return true;
}

function isNamed(
  reference: { readonly name: string; readonly nameCaseSensitive?: boolean; readonly nameMatch?: 'prefix' },
  name: string,
): boolean {
  if (reference.nameMatch === 'prefix') return name.startsWith(reference.name);
  return reference.nameCaseSensitive === false
    ? reference.name.toLowerCase() === name.toLowerCase()
    : reference.name === name;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

/** Whether the reader goes no further in this block. */
function stops(reaction: Reaction): boolean {
  return reaction.reaction === 'error' || reaction.scope === 'section';
}
