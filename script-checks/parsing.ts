import type { Language } from './language';
import { shebang } from './language';

/** What an interpreter said when it was asked to read a script without running it. */
export type Parsing =
  | { readonly kind: 'parses' }
  | {
      readonly kind: 'refused';
      readonly by: Interpreter;
      /** Zero-based. */
      readonly line: number;
      /** What it has against it, in its own words: `unexpected end of file`. */
      readonly words: string;
    };

/** Interpreters that can be asked. `sh` is asked when it runs the script, and bash, which takes more, has nothing against it. */
export type Interpreter = 'python3' | 'bash' | 'sh';

/** Who can be asked about a script, one after the other until one refuses it; none for a language or a version that is another. */
export function interpretersOf(language: Language, text: string): readonly Interpreter[] {
  const named = shebang(text)?.interpreter;
  if (language === 'python')
    return named === undefined || !/^(?:python[12]|pypy)/.test(named) ? ['python3'] : [];
  if (language !== 'bash') return [];
  if (named === undefined || named === 'bash') return ['bash'];
  return /^(?:sh|dash|ash)$/.test(named) ? ['bash', 'sh'] : [];
}

/**
 * The syntax error that an interpreter tells of on its stderr; undefined where it tells of none, or of one in another text
 * than the script: what `eval` got, or a module.
 * @param file as the interpreter calls the script: its path, or the end of it
 */
export function syntaxErrorIn(
  stderr: string,
  file: string,
): { readonly line: number; readonly words: string } | undefined {
  const name = file.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const shell = new RegExp(
    String.raw`(?:^|[\s/])${name}: (?:line )?(\d+): ([Ss]yntax error\b.*|unexpected EOF while looking for matching.*)$`,
    'm',
  ).exec(stderr);
  if (shell) return { line: Number(shell[1]) - 1, words: withoutLabel(shell[2] ?? '') };
  // Python reads the whole of a script before it runs a line of it, so there is no traceback.
  const python = new RegExp(
    String.raw`^  File "(?:[^"\n]*/)?${name}", line (\d+)\n(?:    .*\n)*(?:SyntaxError|IndentationError|TabError): (.*)$`,
    'm',
  ).exec(stderr);
  const isOfStart = python && !/^Traceback /m.test(stderr.slice(0, python.index));
  return isOfStart ? { line: Number(python[1]) - 1, words: python[2] ?? '' } : undefined;
}

/** `syntax error near unexpected token `fi'` is `near unexpected token `fi'`: the finding says the rest. */
function withoutLabel(words: string): string {
  return words.replace(/^syntax error:?\s*/i, '').trim();
}
