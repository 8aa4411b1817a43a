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
   * out, blanks kept, entities not decoded, a backslash before `<` kept (shared/os_xml/os_xml.c, 4.14.7).
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
  /** What kind of fault it is; a check in server/checks explains each kind. */
  readonly kind: FaultKind;
  /** Wazuh's own words, without the `XMLERR: ` before them: `Element 'a' not closed.` */
  readonly message: string;
  /** The line that Wazuh names, from 1. */
  readonly line: number;
  /** The better place: the tag that was left open, not the end of the file. */
  readonly span: Span;
}

export type FaultKind =
  | 'element-not-closed'
  | 'element-not-opened'
  | 'end-of-file'
  | 'comment-not-closed'
  | 'attribute-no-value'
  | 'attribute-not-quoted'
  | 'attribute-not-closed'
  | 'attribute-repeated'
  | 'attribute-closing'
  | 'too-many-attributes'
  | 'too-long'
  | 'too-deep'
  | 'tag-not-closed';

/** A file as Wazuh's own reader sees it, and as much of it as can be told behind a fault. */
export interface OsXml {
  readonly text: string;
  readonly roots: readonly Element[];
  readonly comments: readonly Comment[];
  /** In the order of the text. Wazuh stops at the first; the others are found by reading on behind it. */
  readonly faults: readonly Fault[];
}
