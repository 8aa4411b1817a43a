import { type ElementReference, isNamed, type Reaction } from '../catalog';
import type { Role } from '../model';
import type { Element } from '../os-xml';
import { attributeRemarks } from './attributes';
import { textRemarks } from './element-text';
import { installation } from './installation';
import type { Remark } from './remark';
import { requirements } from './requirement';
import { scheduleRemarks } from './schedule';
import { useRemark } from './use';
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
    ...blockRemarks(walk, {
      element,
      path,
      children: reference.children,
      requires: reference.requires ?? [],
      onUnknownChild,
    }),
  ];
}

function blockRemarks(walk: Walk, block: Block): readonly Remark[] {
  const remarks: Remark[] = [];
  const found = walk.children(block.element);
  const looked = walk.reference.onlyFirstChild && block.path.length === 1 ? found.slice(0, 1) : found;
  for (const element of looked) {
    const reference = block.children.find((one) => isNamed(one, element.name));
    const path = [...block.path, element.name];
    if (!reference || !isKnownIn(walk.role, reference)) {
      const reaction = block.onUnknownChild ?? silent;
      remarks.push(remark(walk, 'unknown-element', { element, path, reaction }));
      if (endsReading(reaction)) return remarks;
      continue;
    }
    if (!isReadHere(walk, reference)) continue;
    const own = elementRemarks(walk, reference, element, block, path);
    for (const each of own) remarks.push(each);
    if (reference.stopsReader && own.some(({ kind }) => kind === 'bad-value')) return remarks;
  }
  return [
    ...remarks,
    ...missingElements(walk, block, found),
    ...requirements(walk, block),
    ...scheduleRemarks(walk, block),
  ];
}

function missingElements(walk: Walk, block: Block, found: readonly Element[]): readonly Remark[] {
  return block.children.flatMap((reference): readonly Remark[] => {
    if (!reference.required || !isKnownIn(walk.role, reference) || isSaidByRule(block, reference)) return [];
    if (found.some((child) => isNamed(reference, child.name))) return [];
    const reaction = reference.onMissing ?? reference.onInvalid;
    const path = [...block.path, reference.name];
    return reaction
      ? [remark(walk, 'missing-element', { element: block.element, path, reaction, reference })]
      : [];
  });
}

/** Whether a rule of the section says that the element is missing, with Wazuh's own number. */
function isSaidByRule({ requires }: Block, { name }: ElementReference): boolean {
  return requires.some(({ allOf = [] }) => allOf.includes(name));
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
    const reaction: Reaction = { ...skip, scope: 'block' };
    return [remark(walk, 'bad-value', { element, path, reaction, reference, words: 'skipped' })];
  }
  const attributes = attributeRemarks(walk, {
    element,
    path,
    references: reference.attributes ?? [],
    owner: reference,
    parent: parent.element,
  });
  const use = useRemark(walk, reference, element, path);
  return reference.type === 'group'
    ? [...use, ...attributes, ...groupRemarks(walk, reference, element, parent, path)]
    : [...use, ...attributes, ...textRemarks(walk, reference, element, parent, path)];
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
  return [
    ...blockRemarks(walk, {
      element,
      path,
      children: reference.children ?? [],
      requires: reference.requires ?? [],
      onUnknownChild: reference.onUnknownChild ?? parent.onUnknownChild,
    }),
  ];
}

/** Builds know what they were made for, and agent.conf has readers of its own that know fewer names. */
export function isKnownIn(role: Role, reference: ElementReference): boolean {
  const { builtWith, appliesTo } = reference;
  if (builtWith !== undefined || (appliesTo && !appliesTo.includes(installation(role)))) return false;
  return role !== 'agent.conf' || reference.inAgentConf !== false;
}

/** Whether this system's reader looks at an element at all. */
function isReadHere({ system }: Walk, { readOnlyOn }: ElementReference): boolean {
  return !readOnlyOn || readOnlyOn.includes(system);
}

/**
 * Whether what stands behind is not read. Behind an error that refuses the file nothing is read either, but it will be,
 * once that is mended.
 */
function endsReading({ reaction, scope = 'daemon' }: Reaction): boolean {
  return scope === 'section' || (reaction === 'error' && scope !== 'daemon');
}
