import type { Span } from '../wazuh/span';
import { withoutComments } from './code';
import { type Language, language } from './language';

/** A script made ready for reading. */
export interface Script {
  readonly text: string;
  readonly language: Language;
  /** The text with comments blanked out; the same length, so that offsets are those of `text`. */
  readonly code: string;
}

/** Makes a script ready for reading. Cannot fail. */
export function script(text: string, fileName: string): Script {
  const kind = language(fileName, text);
  return { text, language: kind, code: withoutComments(text, kind) };
}

/** Zero-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line around an offset, without its end and the blanks around it: what a finding shows as evidence. */
export function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? text.length : end).trim();
}

/** One match of a pattern in a script's code. */
export interface Match {
  readonly match: RegExpExecArray;
  readonly span: Span;
}

/** Every match of a global pattern; the span leaves out blanks at both ends. */
export function* matches(code: string, pattern: RegExp): Iterable<Match> {
  for (const match of code.matchAll(pattern)) {
    const [whole] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    yield { match, span: { start, end: start + whole.trim().length } };
  }
}
