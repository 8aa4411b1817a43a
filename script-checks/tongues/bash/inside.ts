import { descendants, type SyntaxNode } from '../../syntax/node';
import { type Command, commandAt, literal } from './command';
import { lacking, type Said } from './said';
import { type Frame, type ShellValues, shellValues } from './values';

/** A Python program that a shell script carries in a word or a heredoc. */
export interface InsideProgram {
  readonly command: SyntaxNode;
  /** The call of the shell's function that it is in, where the program is another one for each. */
  readonly frame: Frame | undefined;
  readonly code: Said;
  /** Whether it is read from stdin, so that nothing else is. */
  readonly fromStdin: boolean;
  /** Its arguments, the first one first. */
  readonly words: readonly SyntaxNode[];
}

/** The Python programs in a shell script. */
export function programsInside(root: SyntaxNode): readonly InsideProgram[] {
  let values: ShellValues | undefined;
  return [...descendants(root, 'command')].flatMap((node): readonly InsideProgram[] => {
    const command = commandAt(node);
    const place = command && /^python[\d.]*$/.test(command.name) ? codeOf(command) : undefined;
    if (!place) return [];
    values ??= shellValues(root);
    const { said, frames } = values;
    return frames(node, lacking(said(place.code, undefined).text)).map((frame) => ({
      command: node,
      frame,
      code: said(place.code, frame),
      fromStdin: place.fromStdin,
      words: place.words,
    }));
  });
}

interface Place {
  readonly code: SyntaxNode;
  readonly fromStdin: boolean;
  readonly words: readonly SyntaxNode[];
}

function codeOf({ node, words }: Command): Place | undefined {
  const at = words.findIndex((word) => /^-[a-zA-Z]*c$/.test(literal(word) ?? ''));
  const code = words[at + 1];
  if (at !== -1) return code && { code, fromStdin: false, words: words.slice(at + 2) };
  const redirects = [node, ...(node.parent?.type === 'redirected_statement' ? [node.parent] : [])].flatMap(
    ({ children }) => children.filter(({ type }) => type === 'heredoc_redirect'),
  );
  const body = redirects.flatMap(
    ({ children }) => children.find(({ type }) => type === 'heredoc_body') ?? [],
  )[0];
  const first = words.findIndex((word) => !/^-./.test(literal(word) ?? ''));
  // A file to run: what comes on stdin is for that.
  if (!body || (first !== -1 && literal(words[first] ?? node) !== '-')) return undefined;
  return { code: body, fromStdin: true, words: first === -1 ? [] : words.slice(first + 1) };
}
