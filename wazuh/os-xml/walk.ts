import { type Span, span, touches } from '../span';
import type { Element, OsXml } from './tree';

/** Every element of a file, a parent before its children, in the order of the text. */
export function* elements(xml: OsXml): Iterable<Element> {
  const rest = [...xml.roots].reverse();
  for (let element = rest.pop(); element; element = rest.pop()) {
    yield element;
    for (let child = element.children.length - 1; child >= 0; child--) {
      const next = element.children[child];
      if (next) rest.push(next);
    }
  }
}

/** The innermost element whose span touches `offset`; where two meet, the one that begins there. */
export function elementAt(xml: OsXml, offset: number): Element | undefined {
  return innermost(
    xml,
    offset,
    (element) => element.span,
    (element) => element.span.start,
  );
}

/** The innermost element between whose tags `offset` lies. */
export function contentParent(xml: OsXml, offset: number): Element | undefined {
  return innermost(xml, offset, contentOf, (element) => element.startTag.end);
}

/** What lies between an element's tags. Nothing does in `<a/>`: its span is turned round, so that no offset touches it. */
export function contentOf(element: Element): Span {
  switch (element.closing.kind) {
    case 'tag':
      return span(element.startTag.end, element.closing.span.start);
    case 'missing':
      return span(element.startTag.end, element.span.end);
    case 'self':
      return span(element.span.end, element.span.start);
  }
}

/** Goes down from the roots as long as a range of an element touches `offset`. `start`: where such ranges begin. */
function innermost(
  xml: OsXml,
  offset: number,
  range: (element: Element) => Span,
  start: (element: Element) => number,
): Element | undefined {
  let found: Element | undefined;
  let level: readonly Element[] = xml.roots;
  for (;;) {
    const next = lastBegun(level, offset, start);
    if (!next || !touches(range(next), offset)) return found;
    found = next;
    level = next.children;
  }
}

/** The last of some siblings that begins at or before `offset`: found by halving, as there may be many. */
function lastBegun(
  siblings: readonly Element[],
  offset: number,
  start: (element: Element) => number,
): Element | undefined {
  let low = 0;
  let high = siblings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = siblings[middle];
    if (element && start(element) <= offset) low = middle + 1;
    else high = middle;
  }
  return siblings[low - 1];
}
