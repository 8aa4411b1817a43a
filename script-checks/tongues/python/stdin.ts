import type { Edit } from '../../finding';
import { around, child, descendants, oncePerTree, rootOf, type SyntaxNode } from '../../syntax/node';
import type { StdinRead } from '../tongue';
import { callAt, dotted, isStdin } from './expression';

/** The read of the script's stdin that a node is. */
export function readAt(node: SyntaxNode): StdinRead | undefined {
  if (node.type === 'for_statement') return loop(node);
  if (node.type === 'for_in_clause') {
    const source = child(node, 'right');
    return isStdin(source) ? { node, how: 'to end' } : undefined;
  }
  const call = callAt(node);
  if (!call) return undefined;
  const [first] = call.positional;
  if (call.name === 'input' || call.name === 'raw_input') return { node, how: 'line' };
  if (call.name === 'next' && isStdin(first)) return { node, how: 'line' };
  if (call.name === 'os.read' && (first?.text === '0' || /stdin\.fileno/.test(first?.text ?? '')))
    return { node, how: 'line' };
  if (/^(?:json|ujson|simplejson)?\.?load$/.test(call.name) && isStdin(first)) {
    if (!first) return undefined;
    const target = child(node, 'function');
    const oneLine: readonly Edit[] | undefined = target && [
      { span: { start: target.end, end: target.end }, newText: 's' },
      { span: { start: first.end, end: first.end }, newText: '.readline()' },
    ];
    return { node, how: 'to end', ...(oneLine && { oneLine }) };
  }
  if (/^(?:list|tuple|sorted|set)$|\.join$/.test(call.name) && isStdin(first)) return { node, how: 'to end' };
  if (
    call.name === 'fileinput.input' &&
    call.positional.length === 0 &&
    around(node, 'for_statement') === undefined
  )
    return { node, how: 'to end' };
  return method(node);
}

/** `sys.stdin.read()` and its relatives. */
function method(node: SyntaxNode): StdinRead | undefined {
  const target = child(node, 'function');
  const name = child(target, 'attribute');
  if (!name || !isOfStdin(child(target, 'object'))) return undefined;
  const call = callAt(node);
  const size = call?.positional[0];
  switch (name.text) {
    case 'readline':
    case 'readinto':
    case 'read1':
      return { node, how: 'line' };
    case 'read':
      if (size && size.text !== '-1') return { node, how: 'line' };
      return {
        node,
        how: 'to end',
        oneLine: [{ span: { start: name.start, end: node.end }, newText: 'readline()' }],
      };
    case 'readlines':
      return {
        node,
        how: 'to end',
        oneLine: [
          { span: { start: node.start, end: node.start }, newText: '[' },
          { span: { start: name.start, end: node.end }, newText: 'readline()]' },
        ],
      };
    default:
      return undefined;
  }
}

/** Stdin itself, or a name that it was given: `with open(0) as f`, `source = sys.stdin`. */
function isOfStdin(node: SyntaxNode | undefined): boolean {
  if (!node || isStdin(node)) return node !== undefined;
  if (node.type !== 'identifier') return false;
  return namesOfStdin(node).has(node.text);
}

const namesOfStdin = oncePerTree((root) => {
  const names = new Set<string>();
  for (const each of descendants(root, 'assignment', 'as_pattern')) {
    const name = each.type === 'assignment' ? child(each, 'left') : child(each, 'alias');
    const value = each.type === 'assignment' ? child(each, 'right') : each.children[0];
    if (name && isStdin(value)) names.add(name.text);
  }
  return names;
});

/** `for line in sys.stdin:`, when nothing in its body ends it. */
function loop(node: SyntaxNode): StdinRead | undefined {
  const [source, body] = [child(node, 'right'), child(node, 'body')];
  const fromFileInput = source && callAt(source)?.name === 'fileinput.input';
  if (!source || !body || !(isStdin(source) || fromFileInput)) return undefined;
  const head: SyntaxNode = { ...node, start: node.start, end: source.end + 1 };
  if ([...descendants(body, 'break_statement', 'return_statement', 'raise_statement', 'call')].some(leaves))
    return { node: head, how: 'line' };
  const goesOn = [...descendants(body, 'continue_statement')].length > 0;
  const last = body.children.at(-1);
  const first = body.children[0];
  if (goesOn || !last || !first || first.start < body.start) return { node: head, how: 'to end' };
  const indent = ' '.repeat(columnOf(first));
  return {
    node: head,
    how: 'to end',
    oneLine: [{ span: { start: last.end, end: last.end }, newText: `\n${indent}break` }],
  };
}

function leaves(node: SyntaxNode): boolean {
  return node.type !== 'call' || isExit(node);
}

/** Whether a call ends the script. */
export function isExit(node: SyntaxNode): boolean {
  const target = child(node, 'function');
  return target !== undefined && /^(?:sys\.exit|exit|quit|os\._exit)$/.test(dotted(target));
}

function columnOf(node: SyntaxNode): number {
  const root = rootOf(node);
  return node.start - (root.text.lastIndexOf('\n', node.start - root.start - 1) + 1) - root.start;
}
