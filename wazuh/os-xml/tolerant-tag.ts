import { type Span, span } from '../span';
import { lookAround } from './limits';
import { messages } from './messages';
import type { Report } from './report';
import { cutAtNul, greaterThan, isBlank, lessThan, type Scanner } from './scanner';
import { isTooLong, tolerantAttributes } from './tolerant-attributes';
import type { StartTag } from './tree-builder';

/**
 * Reads the start tag at `scanner.pos`, a `<`, however half typed. Undefined where there is none to keep: an XML
 * prolog, or a `<` that was meant as text; `scanner.pos` is behind it then.
 */
export function tolerantStartTag(scanner: Scanner, report: Report): StartTag | undefined {
  const start = scanner.pos++;
  if (scanner.source.startsWith('<?', start)) return skipProlog(scanner, start, report);

  if (scanner.unit === 0x20 || scanner.unit === 0x09) {
    const behind = /^[ \t]+[^\s<>]+[^<>"'\r\n]*(>?)/.exec(
      scanner.source.slice(scanner.pos, scanner.pos + lookAround),
    );
    if (behind && behind[1] === '') {
      report('less-than-in-text', span(start, start + 1), messages.attributeNoValue(''));
      return undefined;
    }
    if (behind) {
      scanner.skipBlanks();
      report('blank-before-name', span(start, scanner.pos), messages.attributeNoValue(''));
    }
  }

  const range = nameRange(scanner);
  const written = scanner.written(range);
  const slashed = written.endsWith('/');
  const nameSpan = slashed ? span(range.start, range.end - 1) : range;
  const problems: Parameters<Report>[] = [];
  const { attributes, end } = tolerantAttributes(scanner, (...problem) => problems.push(problem));
  const tag: StartTag = {
    name: cutAtNul(slashed ? written.slice(0, -1) : written),
    nameSpan,
    attributes,
    span: span(start, scanner.pos),
    form: slashed && end === 'open' ? 'self' : end,
  };
  // Of a half-typed tag only its end is worth a word.
  const last = problems.at(-1);
  if (end !== 'unfinished') for (const problem of problems) report(...problem);
  else if (last?.[0] === 'attribute-not-closed') report(...last);
  else report('start-tag-unfinished', tag.span, messages.elementNotClosed(tag.name));
  if (isTooLong(scanner.source, nameSpan)) report('too-long', nameSpan, messages.tooLong());
  return tag;
}

/** The name of a tag, with the comments that may stand inside it; ends at a blank, `>`, `<` or the end of the file. */
function nameRange(scanner: Scanner): Span {
  const start = scanner.pos;
  for (;;) {
    const { unit } = scanner;
    if (unit < 0 || unit === greaterThan || isBlank(unit)) return span(start, scanner.pos);
    if (unit === lessThan) {
      if (scanner.comment() !== 'skipped') return span(start, scanner.pos);
    } else {
      scanner.pos++;
    }
  }
}

/** Steps over `<?xml … ?>`, or over its line if it has no end. */
function skipProlog(scanner: Scanner, start: number, report: Report): undefined {
  scanner.pos +=
    /^[^\r\n<>]*/.exec(scanner.source.slice(scanner.pos, scanner.pos + lookAround))?.[0].length ?? 0;
  scanner.accept(greaterThan);
  report('xml-prolog', span(start, scanner.pos), messages.elementNotClosed('?xml'));
  return undefined;
}
