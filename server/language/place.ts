import { contentParent, type Element, elementAt, type OsXml, read } from '../../wazuh/os-xml';
import { type Span, span } from '../../wazuh/span';
import { type OpenTag, openTag } from './open-tag';
import type { Tag } from './reference';

/** What stands at the cursor, so what could be written there. `replace` is what a completion takes the place of. */
export type Place =
  /** In a comment, or between the two characters of `</` or `/>`: nothing can be written there. */
  | { readonly kind: 'nowhere' }
  /** Among the content of `parent`, outside any tag. `replace` is the word at the cursor, perhaps empty. */
  | { readonly kind: 'content'; readonly parent: Element | undefined; readonly replace: Span }
  /** In the name of a tag that is being typed, from its `<` on: the whole tag is replaced. */
  | { readonly kind: 'new-tag'; readonly parent: Element | undefined; readonly replace: Span }
  /** In the name of a tag whose closing tag stands already: the name alone is replaced. */
  | { readonly kind: 'tag-name'; readonly element: Element; readonly replace: Span }
  /**
   * Behind `</`, where `element` would be closed; `isOpen` if nothing else closes it. `replace` runs from behind `</` to
   * behind the `>`, if there is one.
   */
  | {
      readonly kind: 'closing-tag';
      readonly element: Element | undefined;
      readonly isOpen: boolean;
      readonly replace: Span;
    }
  | { readonly kind: 'attribute-name'; readonly tag: Tag; readonly replace: Span; readonly hasValue: boolean }
  /** Between the quotes of an attribute's value, or where they are missing. */
  | {
      readonly kind: 'attribute-value';
      readonly tag: Tag;
      readonly attribute: string;
      readonly replace: Span;
      readonly quoted: boolean;
    };

/** Says what stands at `offset`. A tag that is half typed does not disturb what is said of its surroundings. */
export function place(xml: OsXml, offset: number): Place {
  const isInComment = xml.comments.some(({ span, end }) => isWithin(span, offset, end === 'missing'));
  if (isInComment || /^(?:<\/|\/>)/.test(xml.text.slice(offset - 1, offset + 1))) return { kind: 'nowhere' };
  const tag = openTag(xml, offset);
  if (!tag) return content(xml, offset);
  if (tag.kind === 'closing') return closingTag(xml, tag);
  const written = elementAt(xml, tag.span.start);
  const isWhole = written?.startTag.start === tag.span.start && written.closing.kind !== 'missing';
  const whole = isWhole ? written : undefined;
  const parent = whole ? whole.parent : contentParent(without(xml, tag.span), tag.span.start);
  const { at } = tag;
  switch (at.kind) {
    case 'name':
      return whole
        ? { kind: 'tag-name', element: whole, replace: at.span }
        : { kind: 'new-tag', parent, replace: tag.span };
    case 'attribute-name':
      return {
        kind: 'attribute-name',
        tag: { name: tag.name, attributes: tag.attributes, parent },
        replace: at.span,
        hasValue: at.hasValue,
      };
    case 'attribute-value':
      return {
        kind: 'attribute-value',
        tag: { name: tag.name, attributes: tag.attributes, parent },
        attribute: at.attribute,
        replace: at.span,
        quoted: at.quoted,
      };
  }
}

function content(xml: OsXml, offset: number): Place {
  return { kind: 'content', parent: contentParent(xml, offset), replace: wordAt(xml.text, offset) };
}

function closingTag(xml: OsXml, tag: OpenTag): Place {
  const { start, end } = tag.span;
  // What the tag closes as it is, else what would still be open if it were not there.
  const around = contentParent(xml, start);
  const closed = around?.closing.kind === 'tag' && around.closing.span.start === start ? around : undefined;
  const rest = without(xml, tag.span);
  const element = closed ?? contentParent(rest, start);
  const begin = element?.startTag.start ?? 0;
  const withoutTag = elementAt(rest, begin);
  const isOpen = withoutTag?.startTag.start === begin && withoutTag.closing.kind === 'missing';
  return { kind: 'closing-tag', element, isOpen, replace: span(start + 2, end) };
}

/** The same text, read with a part blanked out: offsets stay what they are. */
function without(xml: OsXml, part: Span): OsXml {
  const blanks = ' '.repeat(part.end - part.start);
  return read(xml.text.slice(0, part.start) + blanks + xml.text.slice(part.end));
}

function isWithin(range: Span, offset: number, open: boolean): boolean {
  // Between `<` and `!` one is still typing a tag.
  return range.start + 1 < offset && (open ? offset <= range.end : offset < range.end);
}

const wordCharacter = /[\w:.-]/;

/** The name-like word around `offset`. */
export function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--;
  while (wordCharacter.test(text.charAt(end))) end++;
  return span(start, end);
}
