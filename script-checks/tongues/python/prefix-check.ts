import type { PrefixCheck } from '../../path-checks';
import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, lastName, literal, stringValue } from './expression';
import { python } from './tongue';

/** `path.startswith("/home/")`, where the path is let through and not kept away. */
export function prefixChecks(root: SyntaxNode): readonly PrefixCheck[] {
  return [...descendants(root, 'call')].flatMap((node): readonly PrefixCheck[] => {
    const call = callAt(node);
    const object = child(child(node, 'function'), 'object');
    if (!call || !object || lastName(call.name) !== 'startswith' || object.type !== 'identifier') return [];
    const prefix = prefixesIn(call.positional[0]).find((text) => /^\/\w/.test(text));
    return prefix === undefined || keepsAway(node) ? [] : [{ node, variable: object.text, prefix }];
  });
}

function prefixesIn(value: SyntaxNode | undefined): readonly string[] {
  if (value?.type === 'tuple') return value.children.flatMap((each) => literal(each) ?? []);
  const text = stringValue(value);
  return text === undefined ? [] : [text];
}

/** Whether what fits is left alone: the function or the script ends for it. */
function keepsAway(node: SyntaxNode): boolean {
  const statement = around(node, 'if_statement');
  const condition = child(statement, 'condition');
  if (!statement || !condition || condition.start > node.start || condition.end < node.end) return false;
  const isNegated = around(node, 'not_operator') !== undefined;
  const body = child(statement, 'consequence');
  const leaves = body !== undefined && (python.clause(body)?.leaves ?? false);
  return leaves !== isNegated;
}
