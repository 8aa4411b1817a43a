import type { Span } from '../wazuh/span';
import { batchCode } from './batch/comments';
import { withoutComments } from './code';
import { isParsed, type Language, language } from './language';
import type { SyntaxNode } from './syntax/node';
import { type GrammarData, parser } from './syntax/parsers';
import type { ReadProgram } from './tongues/bash/fields';
import { programsInside } from './tongues/bash/inside';

/** A script made ready for reading: everything that is asked of it is a pure function of this. */
export interface Script {
  /** Path, address or base name. */
  readonly fileName: string;
  readonly text: string;
  readonly language: Language;
  /** The text with comments blanked out; the same length, so that offsets are those of `text`. */
  readonly code: string;
  /** The tree of the text; a single node for a language that is not read, and for a text that nobody wrote by hand. */
  readonly root: SyntaxNode;
  /** The Python programs that a shell script carries. */
  readonly inside: readonly ReadProgram[];
  /** Set where the text is more than is read: then the language is `other`, and nothing is said of what stands in it. */
  readonly unread?: Unread;
}

/** Why a text is not read, though its language is known. */
export type Unread = 'long' | 'binary' | 'intricate';

/** Makes a script ready for reading. Rejects only if the grammar of its language cannot be loaded. */
export type ReadScript = (text: string, fileName: string) => Promise<Script>;

/** Characters. Nobody wrote a longer script by hand, and what a program wrote is not for reading. */
const longest = 200_000;

/** Makes scripts ready for reading, with the grammars that `data` reads; each is loaded for the first script that needs it. */
export function scriptReader(data: GrammarData): ReadScript {
  const parse = parser(data);
  return async (text, fileName) => {
    const kind = language(fileName, text);
    if (kind === 'other') return plain(text, fileName);
    if (text.length > longest) return plain(text, fileName, 'long');
    // No interpreter takes one, and the grammars look for its end again at each of them.
    if (text.includes('\0')) return plain(text, fileName, 'binary');
    if (!isParsed(kind)) return { ...plain(text, fileName), language: kind, code: batchCode(text) };
    const root = await parse(kind, text);
    if (!root) return plain(text, fileName, 'intricate');
    const inside: ReadProgram[] = [];
    for (const program of kind === 'bash' ? programsInside(root) : []) {
      const inner = await parse('python', program.code.text);
      if (inner) inside.push({ ...program, root: inner });
    }
    return { fileName, text, language: kind, code: withoutComments(text, root), root, inside };
  };
}

/**
 * What is asked of a script. If functions that call each other are too many to be followed (the stack ends), it is asked
 * of the script as one that is not read.
 */
export function orTooMuch<T>(script: Script, ask: (script: Script) => T): T {
  try {
    return ask(script);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ask(plain(script.text, script.fileName, 'intricate'));
  }
}

/** A text that is not read: a single node. */
function plain(text: string, fileName: string, unread?: Unread): Script {
  const root: SyntaxNode = {
    type: 'text',
    field: undefined,
    parent: undefined,
    start: 0,
    end: text.length,
    children: [],
    index: 0,
    text,
  };
  return { fileName, text, language: 'other', code: text, root, inside: [], ...(unread && { unread }) };
}

/** Tells the zero-based line of an offset. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
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
