import type {
  AttributeReference,
  ElementReference,
  Reaction,
  Requirement,
  SectionReference,
  System,
} from '../catalog';
import type { Children, Role, Section } from '../model';
import type { Attribute, Element } from '../os-xml';
import type { Span } from '../span';
import type { Remark, RemarkKind } from './remark';

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
export interface Block {
  readonly element: Element;
  readonly path: readonly string[];
  readonly children: readonly ElementReference[];
  /** The rules between its children. */
  readonly requires: readonly Requirement[];
  readonly onUnknownChild: Reaction | undefined;
}

/** What a remark is about, besides the section. */
interface About {
  readonly element: Element;
  readonly path: readonly string[];
  readonly reaction: Reaction;
  readonly reference?: ElementReference | AttributeReference;
  readonly attribute?: Attribute;
  readonly words?: string;
  /** Where to show it, if not at the value. */
  readonly span?: Span;
}

/**
 * A remark at the value of an element or attribute, or at the name where the name is what is wrong. `section` is
 * undefined for what only shows over the whole file.
 */
export function remark(
  { section }: { readonly section: Section | undefined },
  kind: RemarkKind,
  about: About,
): Remark {
  const { element, path, reaction, reference, attribute, words = '', span = place(kind, about) } = about;
  return { kind, span, section, path, element, attribute, reference, reaction, words };
}

const atName: readonly RemarkKind[] = ['unknown-element', 'missing-element', 'missing-attribute'];

function place(kind: RemarkKind, { element, attribute }: About): Remark['span'] {
  if (kind === 'unknown-attribute' && attribute) return attribute.nameSpan;
  if (attribute)
    return attribute.valueSpan.start < attribute.valueSpan.end ? attribute.valueSpan : attribute.span;
  if (atName.includes(kind)) return element.nameSpan;
  return element.textSpan.start < element.textSpan.end && element.children.length === 0
    ? element.textSpan
    : element.span;
}

/** The value of an element's attribute. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}
