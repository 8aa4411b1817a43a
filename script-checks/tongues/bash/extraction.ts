import { messageNames } from '../../attacker';
import { byPattern, type Extraction, type Take } from '../../raw-message/extraction';
import { asJavaScript } from '../../raw-message/pattern';
import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { type Command, commandAt, hasOption, literal, operands, said, valued } from './command';
import { readsScriptsStdin } from './streams';
import { bash } from './tongue';

/** What a shell script takes out of the whole message with grep, sed, awk, cut or `=~`. */
export function shellExtractions(root: SyntaxNode): readonly Extraction[] {
  const messages = messageNames(root, bash);
  return [...descendants(root, 'command', 'binary_expression')].flatMap((node): readonly Extraction[] => {
    if (node.type === 'binary_expression') return compared(node, messages);
    const command = commandAt(node);
    const take = command && takes(command);
    if (!take || !isGivenMessage(node, messages)) return [];
    return [{ node, variable: assignedTo(node), take }];
  });
}

/** A word of `<extra_args>` that a shell script takes out of the message with a pattern. */
export interface TakenArgument {
  /** Which word, the first one being 0. */
  readonly at: number;
  readonly node: SyntaxNode;
  readonly variable: string | undefined;
}

/** Where a pattern of grep, sed or awk asks for `"extra_args": ["first", "second"]`: commas part the words. */
export function takenArguments(root: SyntaxNode): readonly TakenArgument[] {
  return [...descendants(root, 'command')].flatMap((node) => {
    const command = commandAt(node);
    if (!command || !/^(?:[ef]?grep|sed|[gm]?awk|perl)$/.test(command.name)) return [];
    return command.words.flatMap(({ text }): readonly TakenArgument[] => {
      // What is taken stands behind \K or in the last parentheses.
      const before =
        /extra_args(.*?)(?:\\K|\\?\((?!\?))/s.exec(text)?.[1] ?? /extra_args(.*)/s.exec(text)?.[1];
      if (before === undefined) return [];
      return [{ at: before.split(',').length - 1, node, variable: assignedTo(node) }];
    });
  });
}

function takes(command: Command): Take | undefined {
  switch (command.name) {
    case 'grep':
    case 'egrep':
      return byGrep(command);
    case 'sed':
      return bySed(command);
    case 'cut':
      return byCut(command);
    case 'awk':
    case 'gawk':
    case 'mawk':
      return byAwk(command);
    default:
      return undefined;
  }
}

function byGrep({ node, name, words }: Command): Take | undefined {
  if (!hasOption(words, 'o', '--only-matching')) return undefined;
  const text = optionValue(words, 'e') ?? literal(operands(words, valued.grep)[0] ?? node);
  if (text === undefined) return undefined;
  const dialect = name === 'egrep' || hasOption(words, '[EP]') ? 'extended' : 'basic';
  return byPattern(asJavaScript(text, dialect), takesLast(node) ? 'last' : 'first');
}

/** A substitution that leaves nothing but a part. */
function bySed({ node, words }: Command): Take | undefined {
  const program = optionValue(words, 'e') ?? literal(operands(words, valued.sed)[0] ?? node);
  const mark = /^s([^\w\s\\])/.exec(program ?? '')?.[1];
  if (program === undefined || mark === undefined) return undefined;
  const [text = '', replacement = ''] = splitAt(program.slice(2), mark);
  return /^\\[1-9]$/.test(replacement)
    ? byPattern(asJavaScript(text, hasOption(words, '[Er]') ? 'extended' : 'basic'))
    : undefined;
}

/** The parts of a text between marks; a backslash takes a mark its meaning. */
function splitAt(text: string, mark: string): readonly string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === mark) parts.push('');
    else {
      const isEscaped = character === '\\';
      const piece = isEscaped ? (text[at + 1] === mark ? mark : text.slice(at, at + 2)) : character;
      parts[parts.length - 1] += piece;
      if (isEscaped) at++;
    }
  }
  return parts;
}

function byCut({ words }: Command): Take | undefined {
  const mark = optionValue(words, 'd');
  const number = Number(optionValue(words, 'f'));
  return mark !== undefined && mark.length === 1 && Number.isInteger(number)
    ? { kind: 'piece', mark, number }
    : undefined;
}

function byAwk({ node, words }: Command): Take | undefined {
  const mark = optionValue(words, 'F');
  const program = literal(operands(words, valued.awk)[0] ?? node) ?? '';
  const number = /^\s*\{\s*print\s+\$(\d+);?\s*\}\s*$/.exec(program)?.[1];
  return mark !== undefined && mark !== '' && number !== undefined
    ? { kind: 'piece', mark: mark.replace(/^\\(?=.)/, ''), number: Number(number) }
    : undefined;
}

/** What stands behind an option with a letter: `-d '"'`, `-d'"'`. */
function optionValue(words: readonly SyntaxNode[], letter: string): string | undefined {
  for (const [at, word] of words.entries()) {
    const text = literal(word) ?? '';
    if (new RegExp(`^-[a-zA-Z]*${letter}$`).test(text)) return literal(words[at + 1] ?? word);
    if (text.startsWith(`-${letter}`)) return text.slice(2);
  }
  return undefined;
}

/** Whether of several that fit the last one is taken: `| tail -1`. */
function takesLast(node: SyntaxNode): boolean {
  return laterMembers(node).some((each) => commandAt(each)?.name === 'tail');
}

function laterMembers(node: SyntaxNode): readonly SyntaxNode[] {
  const member = node.parent?.type === 'redirected_statement' ? node.parent : node;
  return member.parent?.type === 'pipeline' ? member.parent.children.slice(member.index + 1) : [];
}

/** Whether what a command reads is the message, as it came. */
function isGivenMessage(node: SyntaxNode, messages: ReadonlySet<string>): boolean {
  const outer = node.parent?.type === 'redirected_statement' ? node.parent : node;
  const hereString = [node, outer].flatMap(({ children }) =>
    children.filter(({ type }) => type === 'herestring_redirect'),
  );
  if (hereString[0]) return isMessage(hereString[0].children.at(-1), messages);
  const { parent } = outer;
  if (parent?.type !== 'pipeline' || outer.index === 0) return readsScriptsStdin(node);
  const before = parent.children.slice(0, outer.index).findLast(({ type }) => type !== '|' && type !== '|&');
  const command = before && commandAt(before);
  return (
    command !== undefined &&
    /^(?:echo|printf)$/.test(command.name) &&
    isMessage(command.words.at(-1), messages)
  );
}

function isMessage(word: SyntaxNode | undefined, messages: ReadonlySet<string>): boolean {
  if (!word) return false;
  const inner = word.type === 'string' && word.children.length === 3 ? word.children[1] : word;
  const name = inner && bash.variable(inner);
  // `${X#*"srcip":}` has been cut already.
  return name !== undefined && messages.has(name) && /^\$(?:\w+|\{\w+\})$/.test(inner?.text ?? '');
}

function assignedTo(node: SyntaxNode): string | undefined {
  const substitution = around(node, 'command_substitution');
  const value = substitution?.parent?.type === 'string' ? substitution.parent : substitution;
  return value?.parent?.type === 'variable_assignment' ? child(value.parent, 'name')?.text : undefined;
}

/** `[[ $MESSAGE =~ pattern ]]`, of which BASH_REMATCH has the parts. */
function compared(node: SyntaxNode, messages: ReadonlySet<string>): readonly Extraction[] {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const isMatch = node.children.some(({ field, type }) => field === 'operator' && type === '=~');
  if (!isMatch || !left || !right || !isMessage(left, messages)) return [];
  const text = right.type === 'regex' ? right.text.replaceAll(String.raw`\"`, '"') : said(right);
  if (!text?.includes('(')) return [];
  return [{ node, variable: undefined, take: byPattern(asJavaScript(text, 'extended')) }];
}
