import { around, child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import type { StdinRead } from '../tongue';
import { commandName } from './command';

/** What leads to the script's stdin. */
const stdin = /\[(?:System\.)?Console\]::(?:In\b|OpenStandardInput\b)/i;

/** The read of the script's stdin that a node is. */
export function readAt(node: SyntaxNode): StdinRead | undefined {
  if (node.type === 'variable') return wholeInput(node);
  if (node.type === 'while_statement') return loop(node);
  if (commandName(node) === 'read-host') return { node, how: 'line' };
  if (node.type !== 'invokation_expression') return undefined;
  const name = node.children.findLast(({ type }) => type === 'member_name');
  if (!name || !isOfStdin(node, name)) return undefined;
  if (/^(?:ReadLine|Read|ReadLineAsync)$/i.test(name.text))
    return loopOver(node) ? undefined : { node, how: 'line' };
  if (!/^(?:ReadToEnd|ReadToEndAsync)$/i.test(name.text)) return undefined;
  return { node, how: 'to end', oneLine: [{ span: name, newText: name.text.replace(/ToEnd/i, 'Line') }] };
}

/** `$input` of the script itself: in a function or a block it is what is piped to that. */
function wholeInput(node: SyntaxNode): StdinRead | undefined {
  if (!/^\$input$/i.test(node.text) || assignsInput(node)) return undefined;
  if (around(node, 'function_statement', 'script_block_expression')) return undefined;
  return { node, how: 'to end', oneLine: [{ span: node, newText: '[Console]::In.ReadLine()' }] };
}

/** `while (($line = [Console]::In.ReadLine()) -ne $null) { … }`, when nothing in its body ends it. */
function loop(node: SyntaxNode): StdinRead | undefined {
  const condition = child(node, 'condition');
  const body = node.children.find(({ type }) => type === 'statement_block');
  if (!condition || !body || !readsLine(condition)) return undefined;
  const leaves = [...descendants(body, 'flow_control_statement')].some(({ text }) =>
    /^(?:break|exit|return|throw)\b/i.test(text),
  );
  return leaves ? { node: condition, how: 'line' } : { node: condition, how: 'to end' };
}

/** The loop whose condition a read is: then the loop is the read. */
function loopOver(node: SyntaxNode): boolean {
  const condition = around(node, 'while_condition', 'statement_block');
  return condition?.type === 'while_condition' && condition.parent?.type === 'while_statement';
}

function readsLine(condition: SyntaxNode): boolean {
  return [...descendants(condition, 'invokation_expression')].some((node) => {
    const name = node.children.findLast(({ type }) => type === 'member_name');
    return name !== undefined && /^ReadLine$/i.test(name.text) && isOfStdin(node, name);
  });
}

/** `[Console]::In.ReadLine()`, `[Console]::ReadLine()`, or of a reader that was made of stdin. */
function isOfStdin(node: SyntaxNode, name: SyntaxNode): boolean {
  const target = node.text.slice(0, name.start - node.start);
  if (stdin.test(target) || /^\[(?:System\.)?Console\]::$/i.test(target)) return true;
  const variable = /^\$(?:\w+:)?(\w+)\.$/.exec(target)?.[1]?.toLowerCase();
  return variable !== undefined && readers(node).has(variable);
}

/** Variables that hold stdin, or a reader that is made of it. */
const readers = oncePerTree((root): ReadonlySet<string> => {
  const names = new Set<string>();
  // What one is made of another is made of stands behind it.
  for (const node of descendants(root, 'assignment_expression')) {
    const [left] = node.children;
    const value = child(node, 'value');
    const name = /^(?:\[[\w.]+\])?\$(?:\w+:)?(\w+)$/.exec(left?.text ?? '')?.[1]?.toLowerCase();
    if (name === undefined || !value) continue;
    const used = [...descendants(value, 'variable')].some(({ text }) =>
      names.has(text.slice(1).toLowerCase()),
    );
    const isReader =
      /\bStreamReader\b|^\$\w+$|^\[(?:System\.)?Console\]::(?:In|OpenStandardInput\(\))$/i.test(value.text);
    if (isReader && (used || stdin.test(value.text))) names.add(name);
  }
  return names;
});

/** `$input` is a plain variable where the script assigns it. */
const assignsInput = oncePerTree((root) =>
  [...descendants(root, 'assignment_expression')].some(({ children: [left] }) =>
    /^(?:\[[\w.]+\])?\$input$/i.test(left?.text ?? ''),
  ),
);
