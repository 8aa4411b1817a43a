import type {
  AttributeReference,
  Catalog,
  ElementReference,
  RootReference,
  SectionReference,
} from '../../wazuh/catalog';
import type { Role } from '../../wazuh/model';
import type { Element } from '../../wazuh/os-xml';
import type { WazuhVersion } from '../../wazuh/versions';

/** What the configuration reference says of one element of a file, by how deep it stands. */
export type Reference =
  | { readonly kind: 'root'; readonly root: RootReference }
  | { readonly kind: 'section'; readonly section: SectionReference }
  | { readonly kind: 'option'; readonly section: SectionReference; readonly option: ElementReference };

/** A start tag as far as it is typed: enough to ask the reference about it. An `Element` is one too. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly parent: Element | undefined;
}

/**
 * What the reference says of an element; undefined where it knows nothing by that name at that place. In a fragment
 * without a root, what stands at the top is a section.
 */
export function referenceOf(element: Tag, catalog: Catalog): Reference | undefined {
  const path: Tag[] = [element];
  for (let at = element.parent; at; at = at.parent) path.unshift(at);
  const root = catalog.roots.find((candidate) => candidate.name === path[0]?.name);
  const [top, ...below] = root ? path.slice(1) : path;
  if (!top) return root && { kind: 'root', root };
  const section = catalog.section(top.name, top.name === 'wodle' ? attribute(top, 'name') : undefined);
  if (!section) return undefined;
  if (below.length === 0) return { kind: 'section', section };
  const option = catalog.element(
    section,
    below.map((step) => step.name),
  );
  return option && { kind: 'option', section, option };
}

/** What an attribute's reference says at least: of a filter of `<agent_config>` no more is known. */
export type KnownAttribute = Pick<AttributeReference, 'name' | 'type' | 'doc'> & Partial<AttributeReference>;

/** The attributes that the reference lists for an element. */
export function attributesOf(reference: Reference): readonly KnownAttribute[] {
  switch (reference.kind) {
    case 'root':
      return reference.root.attributes;
    case 'section':
      return reference.section.attributes ?? [];
    case 'option':
      return reference.option.attributes ?? [];
  }
}

/** The options that may stand under an element in a file of this role and release. Sections of a root: `sectionsFor`. */
export function optionsUnder(
  reference: Reference,
  role: Role,
  version: WazuhVersion,
): readonly ElementReference[] {
  switch (reference.kind) {
    case 'root':
      return [];
    case 'section':
      return reference.section.children.filter((option) => exists(option, role, version));
    case 'option':
      return (reference.option.children ?? []).filter((option) => exists(option, role, version));
  }
}

/** The sections that a file of this role may hold in this release. */
export function sectionsFor(
  catalog: Catalog,
  role: Role,
  version: WazuhVersion,
): readonly SectionReference[] {
  return catalog.sections.filter(
    (section) =>
      (role === 'agent.conf' ? section.inAgentConf : section.appliesTo.includes(role)) &&
      !gone(section.removedIn, version),
  );
}

/** The element's name as it is written: `wodle:command` is `<wodle name="command">`. */
export function tagOf(section: SectionReference): string {
  return section.element ?? section.section;
}

function exists(option: ElementReference, role: Role, version: WazuhVersion): boolean {
  const reader = role === 'manager' ? 'manager' : 'agent';
  return (
    (option.appliesTo?.includes(reader) ?? true) &&
    (role !== 'agent.conf' || option.inAgentConf !== false) &&
    !gone(option.removedIn, version)
  );
}

/** The value of an attribute as written, or undefined. */
export function attribute(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((candidate) => candidate.name === name)?.value;
}

/** Whether a release line no longer has what `removedIn` took away. Release numbers compare part by part. */
export function gone(removedIn: string | undefined, version: WazuhVersion): boolean {
  if (removedIn === undefined) return false;
  // A release line stands for its newest release, whose patch number is unknown: 4.14.7 counts as gone in 4.14.
  const removed = removedIn.split('.').map(Number);
  const release = version.split('.').map(Number);
  for (let part = 0; part < release.length; part++) {
    const difference = (removed[part] ?? 0) - (release[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return true;
}
