import type { Span } from '../span';

/** One `name="value"` of a start tag. */
export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** The text between the quotes, as Wazuh keeps it: no entity is decoded. */
  readonly value: string;
  /** Between the quotes, without them. */
  readonly valueSpan: Span;
  /** From the first character of the name to behind the closing quote. */
  readonly span: Span;
}

/** How an element ends: by its own tag, by `/>` in the start tag, or (a fault, or half typed) not at all. */
export type Closing =
  | { readonly kind: 'tag'; readonly span: Span; readonly nameSpan: Span }
  | { readonly kind: 'self' }
  | { readonly kind: 'missing' };

/** An element as written. `text` is what Wazuh calls its content. */
export interface Element {
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly Attribute[];
  /** From `<` to behind `>`; where the tag is half typed, to where it was given up. */
  readonly startTag: Span;
  readonly closing: Closing;
  readonly children: readonly Element[];
  /**
   * The content as Wazuh keeps it: what stands behind the last child (or the whole, without children), comments taken
   * out, blanks kept, entities not decoded, a backslash before `<` kept, cut at a NUL. Behind a child `<b />` or
   * `<b c="d"/>` (a blank after the name) it begins with that child's `>` (src/os_xml/os_xml.c, 4.14.7).
   */
  readonly text: string;
  /** Where `text` stands in the source, comments included. Empty, behind the start tag, for `<a/>`. */
  readonly textSpan: Span;
  /** From `<` of the start tag to behind `>` of the closing one; to where it was given up if that is missing. */
  readonly span: Span;
  readonly parent: Element | undefined;
}

/** A comment: Wazuh opens one at every `<!` and ends it at the first `-->` or `!>`. */
export interface Comment {
  readonly span: Span;
  readonly end: '-->' | '!>' | 'missing';
}

/** A place where Wazuh stops reading the file: error 1226. */
export interface Fault {
  /** What kind of mistake it is; a check in server/checks/xml explains each kind. */
  readonly kind: FaultKind;
  /** Wazuh's own words, without the `XMLERR: ` before them: `Element 'a' not closed.` */
  readonly message: string;
  /** The line that Wazuh names, from 1. */
  readonly line: number;
  /** The better place: the tag that was left open, not the end of the file. */
  readonly span: Span;
}

/**
 * The mistakes that people make, finer than Wazuh's messages: `</name >` and a forgotten `</name>` are both
 * "Element 'name' not closed." to it.
 */
export type FaultKind =
  // Around a closing tag. The span is the start tag in the first case, else the closing tag.
  | 'element-not-closed'
  | 'closing-tag-misspelt'
  | 'closing-tag-blank'
  | 'closing-tag-unfinished'
  | 'closing-tag-escaped'
  | 'closing-tag-stray'
  // Around a start tag.
  | 'start-tag-unfinished'
  | 'blank-before-name'
  | 'less-than-in-text'
  | 'xml-prolog'
  // What `<!` opened.
  | 'comment-not-closed'
  | 'comment-in-tag'
  | 'cdata'
  | 'doctype'
  // Around an attribute.
  | 'attribute-no-value'
  | 'attribute-blank-before-equals'
  | 'attribute-not-quoted'
  | 'attribute-not-closed'
  | 'attribute-greater-than'
  | 'attribute-closing'
  | 'attribute-repeated'
  // Limits.
  | 'too-many-attributes'
  | 'too-long'
  | 'too-deep';

/** A file as Wazuh's own reader sees it, and as much of it as can be told behind a fault. */
export interface OsXml {
  readonly text: string;
  readonly roots: readonly Element[];
  readonly comments: readonly Comment[];
  /** Wazuh stops at the first. The others are found by reading on behind it, and stand in the order of the text. */
  readonly faults: readonly Fault[];
}
