import type { Element } from '../../wazuh/os-xml';
import { type Span, span } from '../../wazuh/span';

/** An element's text as far as it is edited at the cursor: on one line, comments and tags left out. */
export interface ValueSlot {
  readonly element: Element;
  readonly span: Span;
  /** What must follow a whole value: the closing tag, where it is missing. */
  readonly suffix: string;
}

/** The text of `element` on the line of `offset`. A text over several lines, or a blank line, loses its outer blanks. */
export function valueSlot(text: string, element: Element, offset: number): ValueSlot {
  const from =
    element.children.findLast((child) => child.span.end <= offset)?.span.end ?? element.startTag.end;
  const before = text.slice(from, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const after = /^[^<\n\r]*/.exec(text.slice(offset, offset + 20_480))?.[0] ?? '';
  let start = from + lineStart;
  let end = offset + after.length;
  if (lineStart > 0 || !text.startsWith('</', end)) {
    while (start < offset && isBlank(text.charAt(start))) start++;
    while (end > offset && isBlank(text.charAt(end - 1))) end--;
  }
  return {
    element,
    span: span(start, end),
    suffix: element.closing.kind === 'missing' ? `</${element.name}>` : '',
  };
}

/** One item of a list, without the blanks around it. */
export interface ListItem {
  readonly span: Span;
  readonly text: string;
}

/** The items of a list that stands in `range`, in order; empty ones too. */
export function listItems(text: string, range: Span, separator: string): ListItem[] {
  let at = range.start;
  return text
    .slice(range.start, range.end)
    .split(separator)
    .map((piece) => {
      const start = at + piece.length - piece.trimStart().length;
      at += piece.length + separator.length;
      const item = piece.trim();
      return { span: span(start, start + item.length), text: item };
    });
}

/** The item at `offset`; between two items an empty one there. */
export function listItemAt(text: string, range: Span, separator: string, offset: number): ListItem {
  const touched = listItems(text, range, separator).find(
    (item) => item.span.start <= offset && offset <= item.span.end,
  );
  return touched ?? { span: span(offset, offset), text: '' };
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}
