import { XMLValidator } from 'fast-xml-parser';
import { invalidToken, type Offence } from './offence';

/**
 * What fast-xml-parser's XMLValidator refuses in a document: tags that do not fit each other, more than one root, bad
 * names, and attributes that are repeated or no attributes. undefined if it takes the document. Linear.
 */
export function validatorOffence(document: string): Offence | undefined {
  const verdict = XMLValidator.validate(document);
  if (verdict === true) return undefined;
  const { code, msg, line, col } = verdict.err;
  const { words, atEnd = false } = sayings.find(({ of }) => of.test(`${code} ${msg}`)) ?? otherwise;
  return { words, at: atEnd ? document.length : offsetOf(document, line, col) };
}

interface Saying {
  /** What the validator says. */
  readonly of: RegExp;
  /** What expat says of the same. */
  readonly words: string;
  /** Whether the offence is that the document ends; the validator then names the place where something was opened. */
  readonly atEnd?: boolean;
}

const otherwise: Omit<Saying, 'of'> = { words: invalidToken };

const sayings: readonly Saying[] = [
  { of: /^InvalidTag Expected closing tag/, words: 'mismatched tag' },
  { of: /^InvalidTag Unclosed tag|^InvalidXml Invalid '/, words: 'no element found', atEnd: true },
  { of: /^InvalidXml (Multiple possible root|Extra text)/, words: 'junk after document element' },
  { of: /^InvalidAttr .* is repeated/s, words: 'duplicate attribute' },
];

/** The offset of a place that the validator gives: line and column from 1. */
function offsetOf(document: string, line: number, column: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) start = document.indexOf('\n', start) + 1;
  return start + column - 1;
}
