import type { SyntaxNode } from '../../syntax/node';
import type { Output } from '../tongue';
import { type Command, commandAt, hasOption, literal, noWord, operands } from './command';
import { printsToExecd } from './streams';

/** Programs that print when all goes well, and what keeps them quiet. */
const printing: Readonly<Record<string, (command: Command) => boolean>> = {
  echo: () => true,
  printf: ({ words }) => literal(words[0] ?? noWord) !== '-v',
  cat: ({ node, words }) => operands(words).length > 0 || node.children.some(isText),
  curl: ({ words }) => {
    const own = words.filter(({ text }) => !text.startsWith('-X'));
    return !hasOption(own, '[oO]', '--output') && !hasOption(own, 'O', '--remote-name');
  },
  command: ({ words }) => hasOption(words, '[vV]'),
  grep: ({ words }) => !hasOption(words, 'q', '--quiet'),
  jq: () => true,
  date: () => true,
  getent: () => true,
  hostname: ({ words }) => operands(words).length === 0,
  id: () => true,
  ls: () => true,
  ps: () => true,
  pwd: () => true,
  tee: () => true,
  type: () => true,
  uname: () => true,
  which: () => true,
  whoami: () => true,
};

/** The write to execd that a node is. */
export function outputAt(node: SyntaxNode): Output | undefined {
  // What a here-document says belongs to the statement, not to the command in it.
  if (node.type === 'redirected_statement' && node.children.some(isText)) {
    const [first] = node.children;
    const command = first && commandAt(first);
    return command?.name === 'cat' && operands(command.words).length === 0 && printsToExecd(node)
      ? { node }
      : undefined;
  }
  const command = commandAt(node);
  // `command -v` is about the command behind it, and prints where it is.
  const isLookUp = command && /^command\s+-[vV]/.test(node.text);
  const prints =
    isLookUp || (command && Object.hasOwn(printing, command.name) && printing[command.name]?.(command));
  if (!prints || !printsToExecd(node)) return undefined;
  if (isLookUp)
    return { node, toStderr: [{ span: { start: node.end, end: node.end }, newText: ' > /dev/null' }] };
  if (command.name !== 'echo' && command.name !== 'printf') return { node };
  return { node, toStderr: [{ span: { start: node.end, end: node.end }, newText: ' >&2' }] };
}

/** A here-document or a here-string. */
function isText({ type }: SyntaxNode): boolean {
  return type === 'heredoc_redirect' || type === 'herestring_redirect';
}
