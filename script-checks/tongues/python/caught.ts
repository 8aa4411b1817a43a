import type { Edit } from '../../finding';
import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, lastName } from './expression';

/** Whether an error at a node is caught: around it, or around every call of the function that it stands in. */
export function isCaught(node: SyntaxNode, root: SyntaxNode, depth = 3): boolean {
  for (let inner = node; inner.parent; inner = inner.parent) {
    const { parent } = inner;
    if (parent.type === 'try_statement' && inner.field === 'body') return true;
    if (parent.type === 'with_statement' && /\bsuppress\(/.test(parent.children[1]?.text ?? '')) return true;
    if (parent.type !== 'function_definition') continue;
    const name = child(parent, 'name')?.text;
    const calls = [...descendants(root, 'call')].filter(
      (each) => lastName(callAt(each)?.name ?? '') === name,
    );
    return depth === 0 || calls.length === 0 || calls.every((call) => isCaught(call, root, depth - 1));
  }
  return false;
}

/**
 * What catches an error of a statement that is alone on its lines.
 * @param handler lines of its own for the error, without indentation
 */
export function catching(
  statement: SyntaxNode,
  text: string,
  error: string,
  handler: readonly string[],
): readonly Edit[] | undefined {
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const indent = text.slice(lineStart, statement.start);
  const behind = /^[^\n]*/.exec(text.slice(statement.end))?.[0] ?? '';
  // Lines of a text of its own would move along.
  const hasLongText = [...descendants(statement, 'string')].some((node) => node.text.includes('\n'));
  if (!/^[ \t]*$/.test(indent) || !/^\s*(?:#.*)?$/.test(behind) || hasLongText) return undefined;
  const step = indent.includes('\t') ? '\t' : '    ';
  const own = text.slice(statement.start, statement.end + behind.trimEnd().length).split('\n');
  const lines = [
    'try:',
    ...own.map((line, at) =>
      at === 0 ? `${step}${line}` : line === '' ? line : `${step}${line.slice(indent.length)}`,
    ),
    `except ${error}:`,
    ...handler.map((line) => `${step}${line}`),
  ];
  const newText = lines.map((line, at) => (at === 0 || line === '' ? line : indent + line)).join('\n');
  return [{ span: { start: statement.start, end: statement.end + behind.trimEnd().length }, newText }];
}

/** The statement that a node stands in. */
export function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'expression_statement' ? node : around(node, 'expression_statement');
}
