import type { Span } from '../span';
import { type Attribute, type Element, elements, type OsXml } from './index';

/** An element as one line a level: its name, attributes, text and how it ends. For tests only. */
export function outline(xml: OsXml): string {
  return xml.roots.map((root) => lines(root, '')).join('');
}

function lines({ name, attributes, text, closing, children }: Element, indent: string): string {
  const given = attributes
    .map((attribute) => ` ${attribute.name}=${JSON.stringify(attribute.value)}`)
    .join('');
  const end = { tag: '', self: ' /', missing: ' …' }[closing.kind];
  const own = `${indent}${name}${given} ${JSON.stringify(text)}${end}\n`;
  return own + children.map((child) => lines(child, `${indent}  `)).join('');
}

/** The tree written out again, every element with a closing tag, the text behind the children. For tests only. */
export function print(xml: OsXml): string {
  return xml.roots.map(printed).join('');
}

function printed({ name, attributes, children, text }: Element): string {
  return `<${name}${attributes.map(quoted).join('')}>${children.map(printed).join('')}${text}</${name}>`;
}

function quoted({ name, value }: Attribute): string {
  const quote = value.includes('"') ? "'" : '"';
  return ` ${name}=${quote}${value}${quote}`;
}

/** What is wrong with the spans of a tree: they must lie in the text, in its order, one inside the other. For tests only. */
export function misplaced(xml: OsXml): readonly string[] {
  const found: string[] = [];
  const inside = (what: string, outer: Span, inner: Span) => {
    if (inner.start > inner.end || inner.start < outer.start || inner.end > outer.end) {
      found.push(`${what} [${inner.start}, ${inner.end}) is not in [${outer.start}, ${outer.end})`);
    }
  };
  const inOrder = (what: string, spans: readonly Span[]) => {
    spans.reduce(
      (former, next) => {
        if (next.start < former.end) found.push(`${what} at ${next.start} begins before ${former.end}`);
        return next;
      },
      { start: 0, end: 0 },
    );
  };
  const whole = { start: 0, end: xml.text.length };
  inOrder(
    'root',
    xml.roots.map(({ span }) => span),
  );
  for (const element of elements(xml)) {
    const { name, span, startTag, nameSpan, attributes, children, textSpan, closing, parent } = element;
    inside(name, parent?.span ?? whole, span);
    inside(`start tag of ${name}`, span, startTag);
    inside(`name of ${name}`, startTag, nameSpan);
    inside(`text of ${name}`, span, textSpan);
    const last = closing.kind === 'tag' ? [closing.span] : [];
    if (closing.kind === 'tag') inside(`closing name of ${name}`, closing.span, closing.nameSpan);
    inOrder(`part of ${name}`, [startTag, ...children.map((child) => child.span), textSpan, ...last]);
    inOrder(`attribute of ${name}`, [nameSpan, ...attributes.map((attribute) => attribute.span)]);
    for (const attribute of attributes) {
      inside('attribute', startTag, attribute.span);
      inside('attribute name', attribute.span, attribute.nameSpan);
      inside('attribute value', attribute.span, attribute.valueSpan);
    }
    if (children.some((child) => child.parent !== element)) found.push(`${name} has children of another`);
  }
  inOrder(
    'comment',
    xml.comments.map(({ span }) => span),
  );
  for (const { span } of [...xml.comments, ...xml.faults]) inside('comment or fault', whole, span);
  return found;
}
