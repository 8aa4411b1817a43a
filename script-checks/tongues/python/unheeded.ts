import { around, child, descendants, type SyntaxNode, within } from '../../syntax/node';
import { isCaught } from './caught';
import { callAt, lastName } from './expression';

/**
 * Where a script goes on with what a function gave back though that may have failed: the function catches the error of
 * `node` and returns, and nobody looks at what it returned before a key of it is read. Undefined where somebody does.
 */
export function unheeded(node: SyntaxNode, root: SyntaxNode): SyntaxNode | undefined {
  const tried = around(node, 'try_statement');
  const home = around(node, 'function_definition');
  if (!tried || !home || !within(tried, home)) return undefined;
  const handlers = tried.children.filter(({ type }) => type === 'except_clause');
  if (handlers.length === 0 || !handlers.every(endsInReturn)) return undefined;
  const name = child(home, 'name')?.text;
  return [...descendants(root, 'call')]
    .filter((call) => lastName(callAt(call)?.name ?? '') === name)
    .flatMap((call) => readUnseen(call, root) ?? [])[0];
}

function endsInReturn(handler: SyntaxNode): boolean {
  const block = handler.children.find(({ type }) => type === 'block');
  return block?.children.findLast(({ type }) => type !== 'comment')?.type === 'return_statement';
}

/** The first key that is read of what a call gave back, where nothing between the two mentions it. */
function readUnseen(call: SyntaxNode, root: SyntaxNode): SyntaxNode | undefined {
  const { parent } = call;
  const left = parent?.type === 'assignment' ? child(parent, 'left') : undefined;
  const scope = around(call, 'function_definition') ?? root;
  if (left?.type !== 'identifier') return undefined;
  const uses = [...descendants(scope, 'identifier')].filter(
    ({ text, start }) => text === left.text && start > call.end,
  );
  for (const use of uses) {
    const held = use.parent?.type === 'attribute' && use.field === 'object' ? use.parent : use;
    const reads = held.parent?.type === 'subscript' && held.field === 'value' ? held.parent : undefined;
    if (reads && child(reads, 'subscript')?.type === 'string')
      return isCaught(reads, root) ? undefined : reads;
    // What is only written down is not looked at.
    if (!isWrittenDown(held)) return undefined;
  }
  return undefined;
}

function isWrittenDown(held: SyntaxNode): boolean {
  return (
    held.parent?.type === 'argument_list' &&
    /^(?:str|repr|print)$/.test(callAt(held.parent.parent ?? held)?.name ?? '')
  );
}
