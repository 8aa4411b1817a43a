import { around, child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { talksOnWindows } from '../../windows-programs';
import type { Output } from '../tongue';
import { commandName, words } from './command';

/** The write to the script's stdout that a node is. powershell.exe writes there what is meant for the screen, too. */
export function outputAt(node: SyntaxNode): Output | undefined {
  const name = commandName(node);
  if (name === 'write-host' || name === 'write-warning') return isSentAway(node) ? undefined : toStderr(node);
  if (name === 'write-output' || name === 'echo')
    return isPassedOn(node) || isTakenUp(node) ? undefined : toStderr(node);
  if (name !== undefined && name !== 'sc' && talksOnWindows(name))
    return isPassedOn(node) || isTakenUp(node) || around(node, ...taking) ? undefined : { node };
  if (node.type === 'invokation_expression') return consoleWrite(node);
  return isValue(node) && !isTakenUp(node) ? { node } : undefined;
}

/** What takes up the value of a command that stands in it. */
const taking = ['parenthesized_expression', 'sub_expression', 'array_expression', 'assignment_expression'];

function toStderr(node: SyntaxNode): Output {
  const start = child(node, 'command_name');
  const [only, ...more] = words(node);
  if (!start || !only || only.type === 'command_parameter' || more.length > 0) return { node };
  return {
    node,
    toStderr: [
      { span: { start: start.start, end: only.start }, newText: '[Console]::Error.WriteLine(' },
      { span: { start: only.end, end: only.end }, newText: ')' },
    ],
  };
}

function consoleWrite(node: SyntaxNode): Output | undefined {
  const match = /^\[(?:System\.)?Console\]::((?:Out\.)?)(?:Write|WriteLine)\(/i.exec(node.text);
  if (!match) return undefined;
  const type = node.text.indexOf('::') + 2 + node.start;
  return {
    node,
    toStderr: [{ span: { start: type, end: type + (match[1]?.length ?? 0) }, newText: 'Error.' }],
  };
}

/** A value that nothing is done with is printed: a text, a variable, and what makes JSON of one. */
function isValue(node: SyntaxNode): boolean {
  if (node.parent?.type !== 'statement_list' || around(node, 'script_block_expression', 'sub_expression'))
    return false;
  if (around(node, 'array_expression', 'parenthesized_expression', 'hash_entry')) return false;
  if (node.type === 'string_literal') return true;
  if (node.type === 'variable') return !/^\$(?:null|_)$/i.test(node.text);
  const last = node.type === 'pipeline_chain' ? node.children.at(-1) : node;
  return last !== undefined && commandName(last) === 'convertto-json';
}

/** Into a variable, a pipe or a file. */
function isPassedOn(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === 'assignment_expression' || isSentAway(node)) return true;
  return parent?.type === 'pipeline_chain' && parent.children.at(-1) !== node;
}

/** Into a file, or nowhere. */
function isSentAway(node: SyntaxNode): boolean {
  return (
    child(node, 'redirections') !== undefined ||
    words(node).some(
      ({ type, text }) => /^(?:generic_token|redirection)$/.test(type) && /^[1-6*]?>/.test(text),
    ) ||
    (node.parent?.type === 'pipeline_chain' &&
      node.parent.children.some(({ type }) => type === 'redirections'))
  );
}

/** What a function leaves behind is its value, and goes where its callers send that. */
function isTakenUp(node: SyntaxNode): boolean {
  if (node.parent?.type === 'pipeline_chain' && isSentAway(node)) return true;
  const home = around(node, 'function_statement');
  const name = home?.children.find(({ type }) => type === 'function_name')?.text.toLowerCase();
  return name !== undefined && !calledForItself(node).has(name);
}

/** The functions that are called where nothing takes up their value. */
const calledForItself = oncePerTree((root): ReadonlySet<string> => {
  const names = [...descendants(root, 'command')].flatMap((node) => {
    const isLast = node.parent?.type === 'pipeline_chain' && node.parent.children.at(-1) === node;
    const isStatement = (isLast ? node.parent?.parent : node.parent)?.type === 'statement_list';
    return isStatement && !isSentAway(node) ? (commandName(node) ?? []) : [];
  });
  return new Set(names);
});
