import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, lastName, literal } from './expression';

/**
 * Where a Python script first needs one of its arguments: `sys.argv[1]`, `_, action, ip = sys.argv`, an argument of
 * argparse without dashes. One that is only taken where there is one is not needed.
 */
export function neededArgument(root: SyntaxNode): SyntaxNode | undefined {
  for (const node of descendants(root, 'subscript', 'assignment', 'call')) {
    if (isNeeded(node) && !isOptional(node)) return node.type === 'assignment' ? child(node, 'right') : node;
  }
  return undefined;
}

function isNeeded(node: SyntaxNode): boolean {
  if (node.type === 'subscript')
    return /^(?:sys\.)?argv\[[1-9](?::\d*)?\]$/.test(node.text) && !isJoined(node);
  if (node.type === 'assignment')
    return (
      /^(?:sys\.)?argv$/.test(child(node, 'right')?.text ?? '') &&
      /^(?:pattern_list|tuple_pattern)$/.test(child(node, 'left')?.type ?? '')
    );
  const call = callAt(node);
  const name = call && lastName(call.name) === 'add_argument' ? literal(call.positional[0]) : undefined;
  return (
    name !== undefined && !name.startsWith('-') && !call?.named.has('nargs') && !call?.named.has('default')
  );
}

/** `' '.join(sys.argv[1:])`, as the scripts of old wrote it to their log: without arguments that is an empty word. */
function isJoined(node: SyntaxNode): boolean {
  const call = node.parent?.parent && callAt(node.parent.parent);
  return node.text.includes(':') && call !== undefined && lastName(call.name) === 'join';
}

/** `sys.argv[1] if len(sys.argv) > 1 else …`, and the same in a statement. */
function isOptional(node: SyntaxNode): boolean {
  const choice = around(node, 'conditional_expression');
  // Nothing is no default.
  if (choice && /\bargv\b/.test(choice.text.replace(node.text, '')))
    return !/\belse\s+(?:""|''|None)$/.test(choice.text);
  for (let outer = around(node, 'if_statement'); outer; outer = around(outer, 'if_statement')) {
    const condition = child(outer, 'condition')?.text ?? '';
    if (/\blen\((?:sys\.)?argv\)\s*(?:>|==|!=)/.test(condition)) return true;
  }
  const attempt = around(node, 'try_statement');
  return attempt !== undefined && /except[^:]*IndexError/.test(attempt.text);
}
