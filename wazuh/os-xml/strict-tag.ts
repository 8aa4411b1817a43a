import { type Span, span } from '../span';
import { limits } from './limits';
import { messages } from './messages';
import { Refusal } from './refusal';
import { cutAtNul, equals, greaterThan, isBlank, isQuote, lessThan, type Scanner, slash } from './scanner';
import type { Attribute } from './tree';
import type { StartTag } from './tree-builder';
import { bytesAt } from './utf8';

/** Reads the start tag at `scanner.pos`, a `<`, as Wazuh does. Throws a `Refusal` where Wazuh stops. */
export function strictStartTag(scanner: Scanner): StartTag {
  const start = scanner.pos++;
  const range = strictName(scanner, (unit) => unit === greaterThan || isBlank(unit));
  const written = scanner.written(range);
  const slashed = written.endsWith('/');
  const nameSpan = slashed ? span(range.start, range.end - 1) : range;
  const name = cutAtNul(slashed ? written.slice(0, -1) : written);
  const attributes: Attribute[] = [];
  const blank = isBlank(scanner.unit);
  scanner.pos++;
  const selfClosed = blank && strictAttributes(scanner, attributes) === slash;
  // Wazuh goes on behind the slash and takes the `>` for text of the parent: the tree does not (see leavesBracket).
  if (selfClosed) scanner.accept(greaterThan);
  return {
    name,
    nameSpan,
    attributes,
    span: span(start, scanner.pos),
    form: slashed || selfClosed ? 'self' : 'open',
  };
}

/**
 * Reads a name up to a character that ends it, comments inside left out; `scanner.pos` is then at that character.
 * Names may hold anything: `<`, quotes, and in closing tags blanks too.
 */
export function strictName(scanner: Scanner, ends: (unit: number) => boolean): Span {
  const start = scanner.pos;
  let bytes = 0;
  for (;;) {
    const unit = scanner.unit;
    if (unit < 0) throw endOfFile(scanner, start);
    const size = bytesAt(scanner.source, scanner.pos);
    if (bytes + size > limits.length) {
      throw new Refusal('too-long', messages.tooLong(), scanner.pos + 1, span(start, scanner.pos));
    }
    if (unit === lessThan) {
      const comment = scanner.comment();
      if (comment === 'skipped') continue;
      if (comment === 'unclosed') throw commentNotClosed(scanner);
    }
    if (ends(unit)) return span(start, scanner.pos);
    bytes += size;
    scanner.pos++;
  }
}

/** Reads attributes up to what ends the tag, and behind it: `>`, or a `/` wherever a name could begin. */
function strictAttributes(scanner: Scanner, attributes: Attribute[]): number {
  // Wazuh's reader of one attribute calls itself for the next, and a tag's last blank costs a call as well.
  for (let calls = 1; ; calls++) {
    if (calls > limits.attributes) {
      throw new Refusal(
        'too-many-attributes',
        messages.tooManyAttributes(),
        scanner.pos,
        span(scanner.pos - 1, scanner.pos),
      );
    }
    const end = strictAttribute(scanner, attributes);
    if (!isBlank(end)) return end;
  }
}

/** Reads one attribute, or the end of the tag, and the character behind it, which it returns: a blank, `>` or `/`. */
function strictAttribute(scanner: Scanner, attributes: Attribute[]): number {
  scanner.skipBlanks();
  const nameSpan = attributePart(
    scanner,
    undefined,
    (unit) => isBlank(unit) || unit === greaterThan || unit === slash || unit === equals,
  );
  const written = scanner.source.slice(nameSpan.start, nameSpan.end);
  const name = cutAtNul(written);
  const after = scanner.unit;
  scanner.pos++;
  if (after !== equals) {
    if (written === '') return after;
    throw new Refusal('attribute-no-value', messages.attributeNoValue(name), scanner.pos, nameSpan);
  }
  if (isRepeated(name, attributes)) {
    throw new Refusal('attribute-repeated', messages.attributeRepeated(name), scanner.pos, nameSpan);
  }

  scanner.skipBlanks();
  const quote = scanner.unit;
  scanner.pos++;
  if (!isQuote(quote)) {
    throw new Refusal('attribute-not-quoted', messages.attributeNotQuoted(name), scanner.pos, nameSpan);
  }
  const valueSpan = attributePart(scanner, name, (unit) => unit === greaterThan || unit === quote);
  if (scanner.unit === greaterThan) {
    throw new Refusal('attribute-not-closed', messages.attributeNotClosed(name), scanner.pos + 1, valueSpan);
  }
  scanner.pos++;
  const value = scanner.source.slice(valueSpan.start, valueSpan.end);
  const whole = span(nameSpan.start, scanner.pos);
  attributes.push({ name, nameSpan, value: cutAtNul(value), valueSpan, span: whole });
  const end = scanner.unit;
  scanner.pos++;
  if (!isBlank(end) && end !== greaterThan && end !== slash) {
    throw new Refusal('attribute-closing', messages.attributeClosing(name, value), scanner.pos, whole);
  }
  return end;
}

/** A name or a value up to a character that ends it, where `scanner.pos` is then. `name`: of which attribute, if known. */
function attributePart(scanner: Scanner, name: string | undefined, ends: (unit: number) => boolean): Span {
  const start = scanner.pos;
  let bytes = 0;
  for (; scanner.unit >= 0; scanner.pos++) {
    const size = bytesAt(scanner.source, scanner.pos);
    if (bytes + size > limits.length) {
      const shown = name ?? scanner.source.slice(start, scanner.pos);
      throw new Refusal(
        'too-long',
        messages.attributeTooLong(shown),
        scanner.pos + 1,
        span(start, scanner.pos),
      );
    }
    if (ends(scanner.unit)) return span(start, scanner.pos);
    bytes += size;
  }
  throw new Refusal(
    'start-tag-unfinished',
    messages.attributeEndOfFile(),
    scanner.end,
    span(start, scanner.end),
  );
}

/** Wazuh searches backwards and stops at an attribute called `var`, which it takes for a variable. */
function isRepeated(name: string, attributes: readonly Attribute[]): boolean {
  const variable = attributes.findLastIndex((attribute) => attribute.name.toLowerCase() === 'var');
  return attributes.slice(variable + 1).some((attribute) => attribute.name === name);
}

export function endOfFile(scanner: Scanner, start: number): Refusal {
  return new Refusal('element-not-closed', messages.endOfFile(), scanner.end, span(start, scanner.end));
}

export function commentNotClosed(scanner: Scanner): Refusal {
  return new Refusal(
    'comment-not-closed',
    messages.commentNotClosed(),
    scanner.end,
    span(scanner.pos, scanner.pos + 2),
  );
}
