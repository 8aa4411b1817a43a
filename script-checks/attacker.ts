import { isFiltered } from '../wazuh/alert';
import type { FieldRead } from './fields-read';
import type { Script } from './script';
import { spread } from './spread';
import { descendants, nodeAt, type SyntaxNode, within } from './syntax/node';
import type { Tongue } from './tongues/tongue';

/** What Wazuh itself writes into an alert; all else may come from whoever writes the log line. */
const written =
  /^(?:rule\.(?!description)|agent\.|agent$|manager\.|cluster\.|decoder\.|input\.|id$|timestamp$|location$|syscheck\.(?:\w*_(?:after|before)|mode|event)$)/;

/** What somebody else wrote in a script's values. */
export interface AttackersWords {
  /** The parts of an expression that hold it, when nothing has looked through it. */
  in(value: SyntaxNode): readonly SyntaxNode[];
}

/**
 * Follows the values of the alert, which whoever causes the log line may choose, through a script. A value that was
 * checked anywhere in the text counts as harmless: whether the check does its work is more than a text can tell. So does
 * one that Wazuh has looked through: nothing in it means anything to a shell.
 */
export function attackersWords(
  { root, code, language }: Script,
  tongue: Tongue,
  reads: readonly FieldRead[],
): AttackersWords {
  const chosen = reads.filter(({ path }) => !written.test(path) && !isFiltered(path));
  const message = language === 'bash' ? messageNames(root, tongue) : new Set<string>();
  const inside = (value: SyntaxNode, all: readonly FieldRead[]) =>
    all.filter(({ span }) => within(span, value)).map(({ span }) => nodeAt(value, span));
  const isClean = (use: SyntaxNode, value: SyntaxNode) => passesSanitizer(use, value, tongue);
  const holds = (value: SyntaxNode) =>
    inside(value, chosen).some((node) => !isClean(node, value)) ||
    // grep, sed and the like on the raw message; jq with a path was looked at above.
    (inside(value, reads).length === 0 &&
      !/\bjq\b/.test(code.slice(value.start, value.end)) &&
      [...descendants(value)].some(
        (node) => message.has(tongue.variable(node) ?? '') && !isClean(node, value),
      ));
  const checked = new Set([...descendants(root)].flatMap((node) => tongue.validated(node)));
  const { uses } = spread(root, tongue, holds, (use, value) => {
    const name = tongue.variable(use);
    return (name !== undefined && checked.has(name)) || isClean(use, value) || message.has(name ?? '');
  });
  return {
    in: (value) => [
      ...uses(value),
      ...(language === 'bash' ? [] : inside(value, chosen).filter((node) => !isClean(node, value))),
    ],
  };
}

/** The variables of a shell script that hold the whole message. */
export function messageNames(root: SyntaxNode, tongue: Tongue): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(root)) {
    const read = tongue.read(node);
    if (!read) continue;
    const given = tongue.assignment(node)?.names ?? assignedFrom(node, tongue);
    for (const name of given) names.add(name);
  }
  return names;
}

/** `INPUT=$(cat)`: what the statement around a read assigns, if that is all the value is. */
function assignedFrom(node: SyntaxNode, tongue: Tongue): readonly string[] {
  for (
    let outer = node.parent;
    outer && /^(?:command_substitution|string|pipeline|variable_assignment)$/.test(outer.type);
    outer = outer.parent
  ) {
    if (outer.type === 'pipeline') return [];
    const assignment = tongue.assignment(outer);
    if (assignment) return assignment.names;
  }
  return [];
}

/** Whether something between `use` and the whole value makes it harmless: a call around it, or one that it is piped to. */
function passesSanitizer(use: SyntaxNode, value: SyntaxNode, tongue: Tongue): boolean {
  for (let node = use; node !== value && node.parent; node = node.parent) {
    const { parent } = node;
    const around = tongue.call(parent);
    if (around && tongue.sanitizes(around)) return true;
    if (parent.type !== 'pipeline') continue;
    const behind = parent.children.slice(node.index + 1);
    if (behind.flatMap((each) => tongue.call(each) ?? []).some(tongue.sanitizes)) return true;
  }
  const itself = tongue.call(value);
  return use !== value && itself !== undefined && tongue.sanitizes(itself);
}
