import type { Value } from '../../wazuh/model';
import type { Element } from '../../wazuh/os-xml';
import { type Span, span } from '../../wazuh/span';

/** Where to show what is wrong with an element's value: its text, or the whole element where it has none. */
export function valuePlace(element: Element): Span {
  return element.textSpan.start < element.textSpan.end ? element.textSpan : element.span;
}

/** Where `[start, end)` of a value stands in the file; the whole value where a comment inside it moves the characters. */
export function partPlace({ element, text }: Value, start: number, end: number): Span {
  const { textSpan } = element;
  if (textSpan.end - textSpan.start !== text.length) return valuePlace(element);
  return span(textSpan.start + start, textSpan.start + end);
}
