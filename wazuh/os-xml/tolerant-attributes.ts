import { type Span, slice, span } from '../span';
import { limits, lookAround } from './limits';
import { messages } from './messages';
import type { Report } from './report';
import { cutAtNul, equals, greaterThan, isBlank, isQuote, lessThan, type Scanner, slash } from './scanner';
import type { Attribute } from './tree';
import { bytesAt } from './utf8';

/** How a start tag ended: `>`, `/>`, or not at all; then `scanner.pos` is where the text goes on. */
export type TagEnd = 'open' | 'self' | 'unfinished';

/** Reads attributes up to the end of the tag. Gives a half-typed tag up before the next `<`. */
export function tolerantAttributes(
  scanner: Scanner,
  report: Report,
): { readonly attributes: readonly Attribute[]; readonly end: TagEnd } {
  const reader = new AttributeReader(scanner, report);
  const end = reader.read();
  return { attributes: reader.attributes, end };
}

class AttributeReader {
  readonly attributes: Attribute[] = [];

  constructor(
    private readonly scanner: Scanner,
    private readonly report: Report,
  ) {}

  read(): TagEnd {
    const { scanner } = this;
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
        this.report('comment-in-tag', span(start, scanner.pos), messages.attributeNoValue('<!--'));
      } else if (scanner.unit === lessThan || scanner.unit < 0) {
        scanner.pos = end;
        return 'unfinished';
      } else if (!this.attribute()) {
        return 'unfinished';
      }
    }
  }

  /** Reads one attribute; false where its value was never closed and the tag has to be given up inside it. */
  private attribute(): boolean {
    const { scanner } = this;
    const nameSpan = until(scanner, (unit) => isBlank(unit) || isNameEnd(unit));
    const name = cutAtNul(slice(scanner.source, nameSpan));
    scanner.skipBlanks();
    if (scanner.unit !== equals) {
      scanner.pos = nameSpan.end;
      this.report('attribute-no-value', nameSpan, messages.attributeNoValue(name));
      this.add(name, nameSpan, span(nameSpan.end, nameSpan.end), nameSpan.end);
      return true;
    }
    const blank = scanner.pos > nameSpan.end;
    scanner.pos++;
    const behind = scanner.pos;
    scanner.skipBlanks();
    if (!isQuote(scanner.unit)) {
      scanner.pos = behind;
      this.bareValue(name, nameSpan);
      return true;
    }
    const closed = this.quotedValue(name, nameSpan);
    if (closed && blank) {
      const whole = span(nameSpan.start, scanner.pos);
      this.report('attribute-blank-before-equals', whole, messages.attributeNoValue(name));
    }
    return closed;
  }

  /** Reads a value without quotes, which may be empty. */
  private bareValue(name: string, nameSpan: Span): void {
    const { scanner } = this;
    const valueSpan = until(scanner, (unit) => isBlank(unit) || unit === greaterThan || unit === lessThan);
    const whole = span(nameSpan.start, valueSpan.end);
    this.report('attribute-not-quoted', whole, messages.attributeNotQuoted(name));
    this.add(name, nameSpan, valueSpan, valueSpan.end);
  }

  /** Reads a value from its opening quote on; false where the tag is given up inside it. */
  private quotedValue(name: string, nameSpan: Span): boolean {
    const { scanner, report } = this;
    const { source } = scanner;
    const quote = scanner.unit;
    const start = ++scanner.pos;
    const value = until(scanner, (unit) => unit === quote || unit === greaterThan);
    const behind = scanner.unit === quote ? scanner.next : undefined;
    if (behind !== undefined && endsAttribute(behind)) {
      scanner.pos++;
      this.add(name, nameSpan, value, scanner.pos);
      return true;
    }
    const closing = closingQuote(source, value.end, quote);
    if (closing !== undefined && !/[\r\n]/.test(slice(source, value))) {
      scanner.pos = closing + 1;
      const whole = span(start, closing);
      report('attribute-greater-than', whole, messages.attributeNotClosed(name));
      this.add(name, nameSpan, whole, scanner.pos);
      return true;
    }
    // A line break or a tag in a value that ends badly says that the quote was forgotten before it.
    const broken = slice(source, value).search(/[\r\n<]/);
    if (broken >= 0 || scanner.unit < 0) {
      scanner.pos = broken < 0 ? value.end : start + broken;
      const written = span(start, scanner.pos);
      report('attribute-not-closed', written, messages.attributeNotClosed(name));
      this.add(name, nameSpan, written, scanner.pos);
      return false;
    }
    if (behind === undefined) {
      report('attribute-not-closed', value, messages.attributeNotClosed(name));
    } else {
      scanner.pos++;
      const whole = span(start - 1, scanner.pos);
      if (behind >= 0 && behind !== lessThan) {
        report('attribute-closing', whole, messages.attributeClosing(name, slice(source, value)));
      }
    }
    this.add(name, nameSpan, value, scanner.pos);
    return true;
  }

  private add(name: string, nameSpan: Span, valueSpan: Span, end: number): void {
    const { attributes, report } = this;
    const { source } = this.scanner;
    // No check could say more about the thousandth attribute than about the fiftieth.
    if (attributes.length > limits.attributes) return;
    const whole = span(nameSpan.start, end);
    if (attributes.some((attribute) => attribute.name === name)) {
      report('attribute-repeated', whole, messages.attributeRepeated(name));
    }
    attributes.push({ name, nameSpan, value: cutAtNul(slice(source, valueSpan)), valueSpan, span: whole });
    if (attributes.length === limits.attributes + 1) {
      report('too-many-attributes', whole, messages.tooManyAttributes());
    }
    if (isTooLong(source, nameSpan) || isTooLong(source, valueSpan)) {
      report('too-long', whole, messages.attributeTooLong(name));
    }
  }
}

function isNameEnd(unit: number): boolean {
  return unit === greaterThan || unit === lessThan || unit === slash || unit === equals || unit < 0;
}

/** Whether Wazuh takes a character behind the closing quote. */
function endsAttribute(unit: number): boolean {
  return isBlank(unit) || unit === greaterThan || unit === slash;
}

/** Where, behind a `>` inside a value, its closing quote stands in the same line; undefined if there is none. */
function closingQuote(source: string, from: number, quote: number): number | undefined {
  if (source.charCodeAt(from) !== greaterThan) return undefined;
  const rest = /^[^\r\n<"']*/.exec(source.slice(from, from + lookAround))?.[0] ?? '';
  const closing = from + rest.length;
  return source.charCodeAt(closing) === quote && endsAttribute(source.charCodeAt(closing + 1))
    ? closing
    : undefined;
}

/** Moves to a character that `ends`, or to the end of the file; the span from here to there. */
function until(scanner: Scanner, ends: (unit: number) => boolean): Span {
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
