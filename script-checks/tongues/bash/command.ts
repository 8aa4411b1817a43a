import { baseName } from '../../base-name';
import { child, childrenOf, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';

/** A simple command of the shell. */
export interface Command {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly nameNode: SyntaxNode;
  readonly words: readonly SyntaxNode[];
  /** Words that come before these, in the variable that names the command: `SSH="ssh -p 22 admin@fw"`. */
  readonly before: readonly string[];
  /** Whether `timeout` ends it. */
  readonly bounded: boolean;
}

/** A program that runs the command behind its own words. */
interface Wrapper {
  /** Options that take the next word. */
  readonly valued?: readonly string[];
  /** How many words of its own come before the command. */
  readonly own?: number;
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: { valued: ['-u', '-g', '-h', '-p', '-C', '-D'] },
  doas: { valued: ['-u'] },
  command: {},
  exec: { valued: ['-a'] },
  nohup: {},
  builtin: {},
  env: { valued: ['-u', '-C'] },
  busybox: {},
  nice: { valued: ['-n'] },
  ionice: { valued: ['-c', '-n'] },
  setsid: {},
  stdbuf: { valued: ['-i', '-o', '-e'] },
  time: {},
  timeout: { valued: ['-k', '-s', '--kill-after', '--signal'], own: 1 },
};

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
  const [program = '', ...before] = programWords(nameNode);
  let name = baseName(program);
  let rest = words;
  let at = nameNode;
  let bounded = false;
  for (let wrapper = wrapperOf(name); wrapper; wrapper = wrapperOf(name)) {
    const inner = behind(wrapper, rest);
    const called = inner && said(inner);
    // `command -v jq` only looks for it.
    if (!inner || called === undefined || (name === 'command' && hasOption(rest, '[vV]'))) break;
    bounded ||= name === 'timeout';
    name = baseName(called);
    at = inner;
    rest = rest.slice(rest.indexOf(inner) + 1);
  }
  return { node, name, nameNode: at, words: rest, before, bounded };
}

/** The words of a command name: of a variable without quotes all that it holds, from the program on. */
function programWords(nameNode: SyntaxNode): readonly string[] {
  const [only] = nameNode.children;
  const held = only && /^(?:simple_)?expansion$/.test(only.type) ? heldBy(only) : undefined;
  if (held === undefined) return [said(nameNode) ?? ''];
  const words = held.split(/(?:\s|\\\n)+/).filter((word) => word !== '');
  const at = words.findIndex((word) => !(wrapperOf(baseName(word)) || /^-|^\w+=/.test(word)));
  return words.slice(at === -1 ? words.length - 1 : at);
}

function wrapperOf(name: string): Wrapper | undefined {
  return Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
}

/** The first word that is neither an option nor an assignment of the wrapper, nor one of its own words. */
function behind({ valued = [], own = 0 }: Wrapper, words: readonly SyntaxNode[]): SyntaxNode | undefined {
  return operands(words, valued).filter((word) => !/^\w+=/.test(literal(word) ?? ''))[own];
}

/** As `literal`, and of a variable that the script gives one text, that text: `IPTABLES=/sbin/iptables`. */
export function said(word: SyntaxNode): string | undefined {
  const only = word.type === 'command_name' || word.type === 'string' ? inside(word) : word;
  const held = heldBy(only);
  return literal(word) ?? (held !== undefined && !/[$`]/.test(held) ? held : undefined);
}

/** What the one value says that the script gives to a variable, with all that is put into it as it is written. */
function heldBy(expansion: SyntaxNode): string | undefined {
  const { type, text } = expansion;
  const variable = type === 'simple_expansion' ? text.slice(1) : /^\$\{(\w+)\}$/.exec(text)?.[1];
  return variable === undefined ? undefined : texts(expansion).get(variable);
}

/** The only thing that a command name, or a pair of quotes, holds. */
function inside(word: SyntaxNode): SyntaxNode {
  const parts = word.children.filter(({ type }) => type !== '"');
  const [only] = parts;
  return only && parts.length === 1 ? (only.type === 'string' ? inside(only) : only) : word;
}

/** Variables that are given one text, and nothing else anywhere. */
const texts = oncePerTree((root): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const settled = new Set<string>();
  for (const node of descendants(root, 'variable_assignment')) {
    const [name, value] = [child(node, 'name')?.text, child(node, 'value')];
    const text = value && (literal(value) ?? (value.type === 'string' ? value.text.slice(1, -1) : undefined));
    if (name === undefined) continue;
    if (text !== undefined && !settled.has(name)) found.set(name, text);
    else found.delete(name);
    settled.add(name);
  }
  return found;
});

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
  grep: ['-A', '-B', '-C', '-m', '-e', '-f'],
  egrep: ['-A', '-B', '-C', '-m', '-e', '-f'],
  head: ['-n', '-c'],
  sed: ['-e', '-f'],
  awk: ['-F', '-v', '-f'],
  gawk: ['-F', '-v', '-f'],
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
    if (text !== undefined && takesNext(text, valued)) at += text === '--arg' || text === '--argjson' ? 2 : 1;
    else if (text === undefined || !/^-./.test(text)) found.push(word);
  }
  return found;
}

/** Whether an option takes the next word: `-t`, and `-rt` as its letters are written together. */
function takesNext(option: string, valued: readonly string[]): boolean {
  return valued.includes(option) || (/^-[a-zA-Z]{2,}$/.test(option) && valued.includes(`-${option.at(-1)}`));
}

/** Whether one of the words is an option with this letter, alone or among others, or this long option. */
export function hasOption(words: readonly SyntaxNode[], letter: string, long?: string): boolean {
  return words.some((word) => {
    const text = literal(word) ?? '';
    return new RegExp(`^-[a-zA-Z]*${letter}`).test(text) || (long !== undefined && text.startsWith(long));
  });
}
