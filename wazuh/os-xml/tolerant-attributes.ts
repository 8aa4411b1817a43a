import { type Span, span } from '../span';
import { limits } from './limits';
import { messages } from './messages';
import type { Report } from './report';
import { cutAtNul, equals, greaterThan, isBlank, isQuote, lessThan, type Scanner, slash } from './scanner';
import type { Attribute } from './tree';
import { bytesAt } from './utf8';

/** How a start tag ended: `>`, `/>`, or not at all; then `scanner.pos` is where the text goes on. */
export type TagEnd = 'open' | 'self' | 'unfinished';

/** Reads attributes up to the end of the tag. Gives a half-typed tag up before the next `<`. */
export function tolerantAttributes(scanner: Scanner, attributes: Attribute[], report: Report): TagEnd {
  for (;;) {
    const end = scanner.pos;
    scanner.skipBlanks();
    if (scanner.accept(greaterThan)) return 'open';
    if (scanner.accept(slash)) {
      scanner.accept(greaterThan);
      return 'self';
    }
    const start = scanner.pos;
    if (scanner.unit === lessThan && scanner.comment() === 'skipped') {
      report('comment-in-tag', span(start, scanner.pos), messages.attributeNoValue('<!--'));
    } else if (scanner.unit === lessThan || scanner.unit < 0) {
      scanner.pos = end;
      return 'unfinished';
    } else if (!tolerantAttribute(scanner, attributes, report)) {
      return 'unfinished';
    }
  }
}

/** Reads one attribute; false where its value was never closed and the tag has to be given up inside it. */
function tolerantAttribute(scanner: Scanner, attributes: Attribute[], report: Report): boolean {
  const nameSpan = until(scanner, (unit) => isBlank(unit) || isNameEnd(unit));
  const name = cutAtNul(scanner.source.slice(nameSpan.start, nameSpan.end));
  scanner.skipBlanks();
  const blank = scanner.pos > nameSpan.end;
  const add = (valueSpan: Span, end: number) => {
    // No check could say more about the thousandth attribute than about the fiftieth.
    if (attributes.length > limits.attributes) return;
    const value = cutAtNul(scanner.source.slice(valueSpan.start, valueSpan.end));
    const whole = span(nameSpan.start, end);
    if (attributes.some((attribute) => attribute.name === name)) {
      report('attribute-repeated', whole, messages.attributeRepeated(name));
    }
    attributes.push({ name, nameSpan, value, valueSpan, span: whole });
    if (attributes.length === limits.attributes + 1) {
      report('too-many-attributes', whole, messages.tooManyAttributes());
    }
    if (isTooLong(scanner.source, nameSpan) || isTooLong(scanner.source, valueSpan)) {
      report('too-long', whole, messages.attributeTooLong(name));
    }
  };

  if (scanner.unit !== equals) {
    scanner.pos = nameSpan.end;
    report('attribute-no-value', nameSpan, messages.attributeNoValue(name));
    add(span(nameSpan.end, nameSpan.end), nameSpan.end);
    return true;
  }
  const before = attributes.length;
  scanner.pos++;
  const afterEquals = scanner.pos;
  scanner.skipBlanks();
  const quote = scanner.unit;
  if (!isQuote(quote)) {
    const valueSpan = isNameEnd(quote)
      ? span(afterEquals, afterEquals)
      : until(scanner, (unit) => isBlank(unit) || unit === greaterThan || unit === lessThan);
    scanner.pos = valueSpan.end;
    report('attribute-not-quoted', span(nameSpan.start, valueSpan.end), messages.attributeNotQuoted(name));
    add(valueSpan, valueSpan.end);
    return true;
  }
  scanner.pos++;
  const closed = tolerantValue(scanner, name, quote, report, add);
  const added = attributes[before];
  if (closed && blank && added) {
    report('attribute-blank-before-equals', added.span, messages.attributeNoValue(name));
  }
  return closed;
}

/** Reads a value behind its opening quote and adds the attribute; false where the tag is given up inside the value. */
function tolerantValue(
  scanner: Scanner,
  name: string,
  quote: number,
  report: Report,
  add: (value: Span, end: number) => void,
): boolean {
  const { source } = scanner;
  const start = scanner.pos;
  let valueSpan = until(scanner, (unit) => unit === quote || unit === greaterThan);
  // A line break or a tag inside a value that ends badly says that the quote was forgotten before it.
  const giveUpAt = () => {
    const broken = source.slice(valueSpan.start, valueSpan.end).search(/[\r\n<]/);
    return broken < 0 ? undefined : valueSpan.start + broken;
  };
  const giveUp = (at: number) => {
    scanner.pos = at;
    valueSpan = span(start, at);
    report('attribute-not-closed', valueSpan, messages.attributeNotClosed(name));
    add(valueSpan, at);
    return false;
  };

  if (scanner.unit === quote) {
    const behind = scanner.next;
    const fits = isBlank(behind) || behind === greaterThan || behind === slash;
    const at = fits ? undefined : giveUpAt();
    if (at !== undefined) return giveUp(at);
    scanner.pos++;
    add(valueSpan, scanner.pos);
    if (!fits && behind >= 0 && behind !== lessThan) {
      const value = source.slice(valueSpan.start, valueSpan.end);
      report('attribute-closing', span(start - 1, scanner.pos), messages.attributeClosing(name, value));
    }
    return true;
  }

  const at = giveUpAt();
  if (at !== undefined || scanner.unit < 0) return giveUp(at ?? scanner.pos);
  const rest = /^[^\r\n<"']*/.exec(source.slice(scanner.pos, scanner.pos + limits.length))?.[0] ?? '';
  const closing = scanner.pos + rest.length;
  if (source.charCodeAt(closing) === quote) {
    scanner.pos = closing + 1;
    valueSpan = span(start, closing);
    report('attribute-greater-than', valueSpan, messages.attributeNotClosed(name));
    add(valueSpan, scanner.pos);
    return true;
  }
  report('attribute-not-closed', valueSpan, messages.attributeNotClosed(name));
  add(valueSpan, valueSpan.end);
  return true;
}

function isNameEnd(unit: number): boolean {
  return unit === greaterThan || unit === lessThan || unit === slash || unit === equals || unit < 0;
}

/** Moves to a character that `ends`, or to the end of the file; the span from here to there. */
export function until(scanner: Scanner, ends: (unit: number) => boolean): Span {
  const start = scanner.pos;
  while (scanner.unit >= 0 && !ends(scanner.unit)) scanner.pos++;
  return span(start, scanner.pos);
}

/** Whether a name or a value is longer than Wazuh can take. */
export function isTooLong(source: string, range: Span): boolean {
  if (range.end - range.start < limits.length / 4) return false;
  let bytes = 0;
  for (let index = range.start; index < range.end; index++) bytes += bytesAt(source, index);
  return bytes >= limits.length;
}
