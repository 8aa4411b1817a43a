import type { PrefixCheck } from '../../path-checks';
import { child, descendants, type SyntaxNode } from '../../syntax/node';
import { clauseAt } from './clause';
import { commandAt, said } from './command';
import { bash } from './tongue';

/** `[[ $path == /srv/* ]]` and `case $path in /srv/*) …`, where the path is let through and not kept away. */
export function prefixChecks(root: SyntaxNode): readonly PrefixCheck[] {
  return [
    ...[...descendants(root, 'binary_expression')].flatMap(compared),
    ...[...descendants(root, 'case_statement')].flatMap(chosen),
  ];
}

function compared(node: SyntaxNode): readonly PrefixCheck[] {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const isEqual = node.children.some(({ field, type }) => field === 'operator' && /^==?$/.test(type));
  const variable = left && [...descendants(left)].map(bash.variable).find((name) => name !== undefined);
  const prefix = right && beginning(right);
  if (!isEqual || variable === undefined || prefix === undefined || keepsAway(node)) return [];
  return [{ node, variable, prefix }];
}

/** Whether what fits is left alone: the script ends for it. */
function keepsAway(node: SyntaxNode): boolean {
  let test = node;
  while (test.parent && test.type !== 'test_command') test = test.parent;
  const { parent } = test;
  if (parent?.type === 'list') {
    const [, operator, behind] = parent.children;
    return operator?.type === '&&' && behind !== undefined && (clauseAt(behind)?.leaves ?? false);
  }
  const first = parent?.children.find(
    ({ index, type }) =>
      index > (parent.children.find(({ type }) => type === 'then')?.index ?? 0) && type !== 'comment',
  );
  return parent?.type === 'if_statement' && first !== undefined && (clauseAt(first)?.leaves ?? false);
}

function chosen(statement: SyntaxNode): readonly PrefixCheck[] {
  const value = child(statement, 'value');
  const variable = value && [...descendants(value)].map(bash.variable).find((name) => name !== undefined);
  if (variable === undefined) return [];
  return statement.children
    .filter(({ type }) => type === 'case_item')
    .flatMap((item) => {
      const commands = [...descendants(item, 'command')].map((node) => commandAt(node)?.name ?? '');
      const prefix = item.children
        .filter(({ field }) => field === 'value')
        .map(beginning)
        .find((text) => text !== undefined);
      const isKeptAway = commands.some((name) => /^(?:exit|return)$/.test(name));
      return prefix === undefined || isKeptAway ? [] : [{ node: item.children[0] ?? item, variable, prefix }];
    });
}

/** What a pattern wants at the beginning, if it is the path of a folder and all may follow: `/srv/*`, `"$ROOT"*`. */
function beginning(pattern: SyntaxNode): string | undefined {
  const { text } = pattern;
  if (!text.endsWith('*') || /^[^"'$/]/.test(text)) return undefined;
  const [expansion] = descendants(pattern, 'simple_expansion', 'expansion');
  const plain = text.replace(/["']/g, '').replace(/\*$/, '');
  const whole = expansion ? plain.replace(expansion.text, () => said(expansion) ?? '') : plain;
  return /^\/\w[\w./-]*$/.test(whole) ? whole : undefined;
}
