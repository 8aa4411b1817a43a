import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import type { Assignment, Defined, Tongue } from '../tongue';
import { actsAt } from './acts';
import { clauseAt } from './clause';
import { codeAt } from './code';
import { commandAt, hasOption, literal, noWord, operands, valued } from './command';
import { outputAt } from './output';
import { readAt } from './stdin';

/** How the checks read shell scripts. */
export const bash: Tongue = {
  readLine: 'IFS= read -r line',
  definition,
  call(node) {
    const command = commandAt(node);
    return command && { name: command.name, arguments: command.words };
  },
  assignment,
  variable(node) {
    if (node.type !== 'simple_expansion' && node.type !== 'expansion') return undefined;
    // `${#X}` is a length, `${X@Q}` is quoted.
    if (/^\$\{#|@Q\}$/.test(node.text)) return undefined;
    return positional(node, /^\$\{?(\w+)/.exec(node.text)?.[1]);
  },
  clause: clauseAt,
  read: readAt,
  output: outputAt,
  code: codeAt,
  acts: actsAt,
  sanitizes({ name, arguments: words }) {
    const said = words.map(({ text }) => text).join(' ');
    if (name === 'printf') return /%q|%d/.test(said);
    if (name === 'grep' || name === 'egrep') return takesPlainWord(words);
    if (name === 'tr') return /-[a-z]*(?:c[a-z]*d|d[a-z]*c)/.test(said);
    return /valid|sanit|check_ip|is_ip|ipcalc|base64|(?:sha|md5)\w*sum|wc|basename|realpath/i.test(name);
  },
  validated,
};

/** Whether all that `grep -o` takes is made of letters and digits, dots and dashes, so that a shell sees one word in it. */
function takesPlainWord(words: readonly SyntaxNode[]): boolean {
  if (!hasOption(words, 'o', '--only-matching')) return false;
  const pattern = literal(operands(words, valued.grep)[0] ?? noWord) ?? '';
  const taken = pattern
    .slice(pattern.lastIndexOf('\\K') + 2 * Number(pattern.includes('\\K')))
    .replace(/\(\?[=!][^()]*\)/g, '');
  return taken !== '' && /^(?:\[[\w.:\\-]+\]|\\d|\\\.|\(\?:|[\w.:+?{},()|-])+$/.test(taken);
}

function definition(node: SyntaxNode): Defined | undefined {
  if (node.type !== 'function_definition') return undefined;
  const [name, body] = [child(node, 'name')?.text, child(node, 'body')];
  if (name === undefined || !body) return undefined;
  return { name, body, parameters: ['1', '2', '3', '4', '5'].map((at) => `${name}:${at}`) };
}

/** `$1` in a function is its own. */
function positional(node: SyntaxNode, name: string | undefined): string | undefined {
  if (name === undefined || !/^\d$/.test(name)) return name;
  const home = around(node, 'function_definition');
  return home ? `${child(home, 'name')?.text}:${name}` : name;
}

function assignment(node: SyntaxNode): Assignment | undefined {
  if (node.type === 'variable_assignment') {
    const [name, value] = [child(node, 'name')?.text, child(node, 'value')];
    return name !== undefined && value ? { names: [name], value } : undefined;
  }
  if (node.type === 'for_statement') {
    const [name, value] = [child(node, 'variable')?.text, child(node, 'value')];
    return name !== undefined && value ? { names: [name], value } : undefined;
  }
  // What `read` takes from a pipe or a here-string.
  const command = commandAt(node);
  if (command?.name !== 'read') return undefined;
  const names = operands(command.words, ['-d', '-t', '-p', '-n', '-u', '-N']).map(
    (word) => literal(word) ?? '',
  );
  return { names: names.length > 0 ? names : ['REPLY'], value: around(node, 'pipeline') ?? node };
}

/** `[[ $IP =~ ^…$ ]]`, `case $IP in`, and `echo "$IP" | grep -q`. */
function validated(node: SyntaxNode): readonly string[] {
  if (node.type === 'binary_expression') {
    const isMatch = node.children.some(({ field, type }) => field === 'operator' && type === '=~');
    const left = child(node, 'left');
    const pattern = child(node, 'right')?.text ?? '';
    return isMatch && left && (/^["']?\^.*\$["']?$/.test(pattern) || pattern.startsWith('$'))
      ? namesIn(left)
      : [];
  }
  if (node.type === 'pipeline') {
    const last = node.children.at(-1);
    const command =
      last && commandAt(last.type === 'redirected_statement' ? (last.children[0] ?? last) : last);
    return command && /^(?:grep|egrep)$/.test(command.name) ? namesIn(node) : [];
  }
  const command = commandAt(node);
  if (!command) return [];
  // A look at the value by a program of its own, or a pattern in a here-string: `python3 -c … "$IP"`, `grep -q … <<< "$IP"`.
  if (
    (/^(?:ipcalc|grep|egrep)$/.test(command.name) ||
      (/^python3?$/.test(command.name) && hasOption(command.words, 'c'))) &&
    !codeAt(node).some(({ node: code }) => namesIn(code).length > 0)
  )
    return namesIn(node);
  return [];
}

function namesIn(node: SyntaxNode): readonly string[] {
  return [...descendants(node, 'simple_expansion', 'expansion')].flatMap((each) => bash.variable(each) ?? []);
}
