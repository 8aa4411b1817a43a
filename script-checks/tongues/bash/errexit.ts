import { onceFor } from '../../../wazuh/once';
import { child, descendants, type SyntaxNode } from '../../syntax/node';
import { type Command, commandAt, hasOption } from './command';
import { turnsOn } from './set-option';

/**
 * Where a script with `set -e` takes a value apart with jq and ends at once if jq fails: `X=$(… | jq …)` with nothing
 * behind it, and no trap (bash(1), `set`). jq fails for what is no JSON, and where it is not installed. Not for
 * `local X=$(…)`, whose status is that of `local`.
 */
export const endsWithJq: (nodes: readonly SyntaxNode[]) => readonly SyntaxNode[] = onceFor((nodes) => {
  const commands = nodes.flatMap((node) => commandAt(node) ?? []);
  const strict = commands.find((command) => turnsOn(command, 'e'));
  if (!strict || commands.some(({ name }) => name === 'trap')) return [];
  const asked = commands.find(asksForJson)?.node.start ?? Number.POSITIVE_INFINITY;
  return nodes.filter(
    (node) =>
      node.type === 'variable_assignment' &&
      node.start > strict.node.start &&
      node.start < asked &&
      stands(node) &&
      jqAtTheEnd(node) !== undefined,
  );
});

/** `jq -e . || exit`, `if ! jq empty`: whoever looks first is not surprised. */
function asksForJson({ name, node }: Command): boolean {
  return name === 'jq' && isGuarded(node);
}

/** Whether an assignment is a statement of its own, whose status counts. */
function stands(node: SyntaxNode): boolean {
  return node.parent?.type !== 'declaration_command' && node.parent?.type !== 'command' && !isGuarded(node);
}

/** Whether somebody looks at how a command ends: a condition, `||`, `&&`, `!`. */
function isGuarded(node: SyntaxNode): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'list' || outer.type === 'negated_command' || inner.field === 'condition') return true;
    if (/^(?:if_statement|elif_clause|while_statement)$/.test(outer.type) && isCondition(inner, outer))
      return true;
  }
  return false;
}

/** Whether a statement stands before the `then` or `do` of another. */
function isCondition(inner: SyntaxNode, outer: SyntaxNode): boolean {
  const end = outer.children.findIndex(({ type }) => /^(?:then|do|do_group)$/.test(type));
  return end === -1 || inner.index < end;
}

/** Whether what ends the script there is what it was given: `jq -n` reads nothing. */
export function readsInput(assignment: SyntaxNode): boolean {
  return !hasOption(jqAtTheEnd(assignment)?.words ?? [], 'n', '--null-input');
}

/** jq, where it is the last command of `$(…)`: its status is that of the assignment. */
function jqAtTheEnd(assignment: SyntaxNode): Command | undefined {
  const value = child(assignment, 'value');
  const substitution = value && [...descendants(value, 'command_substitution')][0];
  const last = substitution && [...descendants(substitution, 'command')].at(-1);
  const command = last && commandAt(last);
  return command?.name === 'jq' ? command : undefined;
}
