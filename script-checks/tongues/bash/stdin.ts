import type { Edit } from '../../finding';
import { around, child, descendants, rootOf, type SyntaxNode, within } from '../../syntax/node';
import type { StdinRead } from '../tongue';
import { type Command, commandAt, hasOption, literal, noWord, operands, said, valued } from './command';
import { isCopyOfStdin, readsScriptsStdin } from './streams';

const stdin = /^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;

/** How many operands come before the files, for programs that read stdin when they are given no file. */
const beforeFiles: Readonly<Record<string, number>> = {
  cat: 0,
  tac: 0,
  sort: 0,
  uniq: 0,
  wc: 0,
  tail: 0,
  cut: 0,
  base64: 0,
  od: 0,
  xxd: 0,
  md5sum: 0,
  sha256sum: 0,
  jq: 1,
  grep: 1,
  egrep: 1,
  head: 0,
  sed: 1,
  awk: 1,
  gawk: 1,
};
/** Programs that read stdin to its end whatever they are given. */
const always = new Set(['tee', 'tr']);

/** Python in a word of the shell that reads all of its input. */
const pythonToEnd =
  /\bload\(\s*(?:sys\.)?stdin|\bstdin(?:\.buffer)?\.read(?:lines)?\(\s*\)|\bin\s+(?:sys\.)?stdin\b|\bopen\(\s*0\s*\)\.read\(/;

/** The read of the script's stdin that a node is. */
export function readAt(node: SyntaxNode): StdinRead | undefined {
  if (node.type === 'command_substitution') return fromStdin(node);
  if (node.type === 'while_statement' || node.type === 'until_statement') return loop(node);
  const command = commandAt(node);
  if (!command || !readsScriptsStdin(node)) return undefined;
  const { name, words, bounded } = command;
  if (name === 'read') return readCommand(command);
  if (name === 'line' || (name === 'head' && isFirstLine(words)) || (name === 'dd' && isOneBlock(words)))
    return { node, how: 'line' };
  if (!readsToEnd(command)) return undefined;
  return bounded ? { node, how: 'line' } : { node, how: 'to end', oneLine: oneLine(command) };
}

/** `head -n 1`. */
function isFirstLine(words: readonly SyntaxNode[]): boolean {
  return /^(?:-n ?1|--lines=1|-1|-q| )+$/.test(words.map(({ text }) => text).join(' '));
}

/** `dd count=1` takes what one read gives, as much as is there. */
function isOneBlock(words: readonly SyntaxNode[]): boolean {
  return words.some(({ text }) => text === 'count=1') && !words.some(({ text }) => /fullblock/.test(text));
}

function readCommand({ node, words, bounded }: Command): StdinRead | undefined {
  if (isOfAnother(node, words)) return undefined;
  // The condition of a loop: the loop is the read.
  if (loopOver(node)) return undefined;
  const delimiter = words.findIndex((word) => /^-[a-zA-Z]*d$/.test(literal(word) ?? ''));
  const toEnd = delimiter !== -1 && literal(words[delimiter + 1] ?? node) === '';
  if (!toEnd || bounded || hasOption(words, 't')) return { node, how: 'line' };
  const [from, to] = [words[delimiter], words[delimiter + 1]];
  if (!from || !to) return { node, how: 'to end' };
  const letters = (literal(from) ?? '').slice(1, -1);
  return {
    node,
    how: 'to end',
    oneLine: [{ span: { start: from.start, end: to.end }, newText: letters === '' ? '-r' : `-${letters}` }],
  };
}

/** Whether a `read` or a `mapfile` takes another descriptor than stdin: `-u 3`. */
export function isOfAnother(node: SyntaxNode, words: readonly SyntaxNode[]): boolean {
  const option = words.findIndex((word) => /^-[a-zA-Z]*u/.test(literal(word) ?? ''));
  const at = words[option];
  if (option === -1 || !at) return false;
  const descriptor = /u(\d+)$/.exec(at.text)?.[1] ?? words[option + 1]?.text ?? '';
  return !isCopyOfStdin(node, descriptor);
}

/** Programs that run code which this script does not show. */
const runsOther =
  /^(?:python[\d.]*|perl|ruby|node|php|java|(?:ba|da|k|z)?sh|pwsh|source|\.|su|ssh|xargs|socat|nc)$/;

/** Whether a program that may read stdin is given the script's own: code of another file, or one that nobody knows. */
export function handsStdinOn(node: SyntaxNode): boolean {
  const command = commandAt(node);
  if (!command || !readsScriptsStdin(node)) return false;
  const path = said(command.nameNode) ?? '';
  const isUnknown =
    path === '' || (path.includes('/') && !/^\/(?:(?:usr\/(?:local\/)?)?s?bin|var\/ossec\/bin)\//.test(path));
  return isUnknown || runsOther.test(command.name) || /\.(?:sh|py|pl|rb)$/.test(command.name);
}

/** The loop whose condition a `read` is. */
export function loopOver(node: SyntaxNode): SyntaxNode | undefined {
  const outer = around(node, 'while_statement', 'until_statement');
  return outer?.children.some((part) => part.field === 'condition' && within(node, part)) ? outer : undefined;
}

/** `while read …`, when nothing in its body ends it. */
function loop(node: SyntaxNode): StdinRead | undefined {
  const read = [...descendants(node, 'command')].find(
    (each) => commandAt(each)?.name === 'read' && loopOver(each) === node,
  );
  const command = read && commandAt(read);
  if (!command || !readsScriptsStdin(read) || isOfAnother(read, command.words)) return undefined;
  if (command.bounded || hasOption(command.words, 't')) return { node: read, how: 'line' };
  const body = child(node, 'body');
  if (!body) return undefined;
  const leaves = [...descendants(body, 'command')].some((each) =>
    /^(?:break|exit|return)$/.test(commandAt(each)?.name ?? ''),
  );
  if (leaves) return { node: read, how: 'line' };
  const done = body.children.at(-1);
  const goesOn = [...descendants(body, 'command')].some((each) => commandAt(each)?.name === 'continue');
  const head = { ...node, end: Math.max(node.start, body.start + 'do'.length) };
  if (done?.type !== 'done' || goesOn) return { node: head, how: 'to end' };
  const column = columnOf(done);
  const newText = column === undefined ? 'break; ' : `  break\n${column}`;
  return { node: head, how: 'to end', oneLine: [{ span: { start: done.start, end: done.start }, newText }] };
}

/** The blanks before a node, if it stands first on its line. */
function columnOf(node: SyntaxNode): string | undefined {
  const root = rootOf(node);
  const before = root.text.slice(0, node.start - root.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.trim() === '' ? line : undefined;
}

/** `$(< /dev/stdin)`. */
function fromStdin(node: SyntaxNode): StdinRead | undefined {
  const redirect = child(node, 'redirect');
  const target = child(redirect, 'destination');
  if (node.children.length !== 3 || !target || !stdin.test(literal(target) ?? '')) return undefined;
  return { node, how: 'to end', oneLine: asRead(node) ?? [{ span: node, newText: '$(head -n 1)' }] };
}

function readsToEnd({ node, name, words }: Command): boolean {
  if (name === 'mapfile' || name === 'readarray') return !hasOption(words, 'n') && !isOfAnother(node, words);
  if (name === 'xargs') return !hasOption(words, 'a', '--arg-file');
  if (name === 'dd') return !words.some(({ text }) => text.startsWith('if='));
  if (always.has(name)) return true;
  if (/^python[\d.]*$/.test(name)) return pythonToEnd.test(programOf(words));
  const before = beforeFiles[name];
  if (before === undefined) return false;
  if (name === 'jq' && (hasOption(words, 'n', '--null-input') || hasOption(words, 'f', '--from-file')))
    return false;
  if (name === 'grep' && (hasOption(words, 'r') || hasOption(words, 'm'))) return false;
  const isInOption = before === 1 && hasOption(words, /awk/.test(name) ? 'f' : '[ef]');
  const all = operands(words, valued[name]);
  const program = isInOption ? undefined : all[before - 1];
  if (before > 0 && !isInOption && !program) return false;
  const text = literal(program ?? noWord) ?? '';
  if (name === 'sed' && /^\d*q|[;{]\s*q/.test(text)) return false;
  // Nothing but BEGIN: no input is looked at.
  if (/awk/.test(name) && /^\s*BEGIN\s*\{[^{}]*\}\s*$/.test(text)) return false;
  return all.slice(isInOption ? 0 : before).every((file) => stdin.test(literal(file) ?? ''));
}

/** The program that `python3 -c` is given. */
function programOf(words: readonly SyntaxNode[]): string {
  const option = words.findIndex((word) => /^-[a-zA-Z]*c$/.test(literal(word) ?? ''));
  return option === -1 ? '' : (words[option + 1]?.text ?? '');
}

/** How to read a line where a command reads to the end. */
function oneLine({ node, name, nameNode, words }: Command): readonly Edit[] {
  if (name === 'mapfile' || name === 'readarray') {
    return [{ span: { start: nameNode.end, end: nameNode.end }, newText: ' -n 1' }];
  }
  const substitution = node.parent?.type === 'command_substitution' ? node.parent : undefined;
  const plain = name === 'cat' && words.every((word) => stdin.test(literal(word) ?? ''));
  const read = plain && substitution ? asRead(substitution) : undefined;
  if (read) return read;
  if (plain)
    return [
      { span: { start: nameNode.start, end: words.at(-1)?.end ?? nameNode.end }, newText: 'head -n 1' },
    ];
  // A file that is stdin by another name must go, or it is read after all.
  const named = words
    .filter((word) => stdin.test(literal(word) ?? ''))
    .map((word): Edit => ({ span: { start: word.start - 1, end: word.end }, newText: '' }));
  return [{ span: { start: node.start, end: node.start }, newText: 'head -n 1 | ' }, ...named];
}

/** `NAME=$(cat)` as `IFS= read -r NAME`, where that is all that the statement does. */
function asRead(substitution: SyntaxNode): readonly Edit[] | undefined {
  const value = substitution.parent?.type === 'string' ? substitution.parent : substitution;
  if (value.type === 'string' && value.children.length !== 3) return undefined;
  const assignment = value.parent;
  if (assignment?.type !== 'variable_assignment') return undefined;
  const name = child(assignment, 'name')?.text;
  const statement = assignment.parent;
  if (name === undefined || statement?.type === 'command' || statement?.type === 'variable_assignments')
    return undefined;
  if (statement?.type === 'declaration_command') {
    const word = statement.children[0]?.text;
    if (word !== 'local' || statement.children.length !== 2) return undefined;
    return [{ span: statement, newText: `local ${name}; IFS= read -r ${name}` }];
  }
  return [{ span: assignment, newText: `IFS= read -r ${name}` }];
}
