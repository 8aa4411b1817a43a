import type { AttributeReference, ElementReference, Reaction } from '../catalog';
import type { Section } from '../model';
import type { Attribute, Element } from '../os-xml';
import type { Span } from '../span';

/** What a remark is about. */
export type RemarkKind =
  | 'unknown-root'
  | 'unknown-section'
  | 'empty-section'
  | 'section-out-of-place'
  | 'repeated-section'
  | 'use'
  | 'unknown-element'
  | 'bad-value'
  | 'missing-element'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'bad-attribute'
  | 'relation'
  | 'schedule'
  | 'missing-section'
  | 'unknown-module';

/** One thing that a daemon says to a file, or passes over in silence. */
export interface Remark {
  readonly kind: RemarkKind;
  readonly span: Span;
  readonly section: Section | undefined;
  /** Names from the section down: `['syscheck', 'directories']`. */
  readonly path: readonly string[];
  readonly element: Element | undefined;
  readonly attribute: Attribute | undefined;
  /** What the catalog says of the element or attribute; undefined where it knows none. */
  readonly reference: ElementReference | AttributeReference | undefined;
  readonly reaction: Reaction;
  /** What is wrong, in a few words of ours. */
  readonly words: string;
}

/** Whether a remark keeps Wazuh from starting: a daemon that gives up a block or an option goes on. */
export function refuses({ reaction }: Remark): boolean {
  return reaction.reaction === 'error' && (reaction.scope === undefined || reaction.scope === 'daemon');
}
