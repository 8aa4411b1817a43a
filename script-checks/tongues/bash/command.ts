import { childrenOf, type SyntaxNode } from '../../syntax/node';

/** A simple command of the shell. */
export interface Command {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly nameNode: SyntaxNode;
  readonly words: readonly SyntaxNode[];
}

/** Programs that run the command behind them. */
const wrappers = new Set([
  'sudo',
  'command',
  'exec',
  'nohup',
  'builtin',
  'env',
  'busybox',
  'nice',
  'setsid',
  'time',
]);

/** The word that is not there. */
export const noWord: SyntaxNode = {
  type: 'word',
  field: undefined,
  parent: undefined,
  children: [],
  index: 0,
  text: '',
  start: 0,
  end: 0,
};

/** The command at a node; what `sudo` or `command` runs counts as the command. */
export function commandAt(node: SyntaxNode): Command | undefined {
  if (node.type !== 'command') return undefined;
  const words = childrenOf(node, 'argument');
  const nameNode = node.children.find(({ field }) => field === 'name');
  if (!nameNode) return undefined;
  let name = literal(nameNode) ?? '';
  let rest = words;
  let at = nameNode;
  while (wrappers.has(name)) {
    const next = rest.findIndex((word) => !/^-|=/.test(literal(word) ?? ''));
    const inner = rest[next];
    if (!inner || literal(inner) === undefined) break;
    name = literal(inner) ?? '';
    at = inner;
    rest = rest.slice(next + 1);
  }
  return { node, name: name.slice(name.lastIndexOf('/') + 1), nameNode: at, words: rest };
}

/** What a word says, without its quotes; undefined where something is put into it. */
export function literal(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'command_name':
      return node.children.length === 1 && node.children[0] ? literal(node.children[0]) : node.text;
    case 'raw_string':
      return node.text.slice(1, -1);
    case 'string':
      return node.children.every(({ type }) => type === '"' || type === 'string_content')
        ? node.text.slice(1, -1)
        : undefined;
    case 'concatenation': {
      const parts = node.children.map(literal);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'simple_expansion':
    case 'expansion':
    case 'command_substitution':
    case 'process_substitution':
    case 'arithmetic_expansion':
      return undefined;
    default:
      return node.text;
  }
}

/** Options of programs that take the word behind them. */
export const valued: Readonly<Record<string, readonly string[]>> = {
  jq: ['--arg', '--argjson', '--indent', '-L', '--slurpfile', '--rawfile'],
  cut: ['-d', '-f', '-c', '-b'],
  sort: ['-k', '-t', '-o'],
  tail: ['-n', '-c'],
  grep: ['-A', '-B', '-C', '-m'],
  awk: ['-F', '-v'],
  gawk: ['-F', '-v'],
};

/** The words that are no options: behind `--` all. `valued`: options that take the next word. */
export function operands(
  words: readonly SyntaxNode[],
  valued: readonly string[] = [],
): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const text = literal(word);
    if (text === '--') return [...found, ...words.slice(at + 1)];
    if (text !== undefined && valued.includes(text)) at += text === '--arg' || text === '--argjson' ? 2 : 1;
    else if (text === undefined || !/^-./.test(text)) found.push(word);
  }
  return found;
}

/** Whether one of the words is an option with this letter, alone or among others, or this long option. */
export function hasOption(words: readonly SyntaxNode[], letter: string, long?: string): boolean {
  return words.some((word) => {
    const text = literal(word) ?? '';
    return new RegExp(`^-[a-zA-Z]*${letter}`).test(text) || (long !== undefined && text.startsWith(long));
  });
}
