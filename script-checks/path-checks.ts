import type { Reading } from './reading';
import type { Script } from './script';
import { spread } from './spread';
import { type SyntaxNode, within } from './syntax/node';
import { prefixChecks as inShell } from './tongues/bash/prefix-check';
import { prefixChecks as inPython } from './tongues/python/prefix-check';

/** A look at the beginning of a path that decides whether something is done to it. */
export interface PrefixCheck {
  readonly node: SyntaxNode;
  /** The variable that holds the path. */
  readonly variable: string;
  /** What the path must begin with. */
  readonly prefix: string;
}

/** What makes a path lead where it says, or refuses one that does not. */
const resolved =
  /(?<!\.)\.\.(?!\.)|realpath|abspath|normpath|\bresolve\b|readlink|relative_to|commonpath|canonical|pwd -P/;

/** The looks at the beginning of a path of the alert that `../` gets past, in a script that resolves no path. */
export function weakPrefixChecks(script: Script, { tongue, fields, nodes }: Reading): readonly PrefixCheck[] {
  const { language, root, code } = script;
  if ((language !== 'bash' && language !== 'python') || resolved.test(code)) return [];
  const checks = language === 'bash' ? inShell(root) : inPython(root);
  if (checks.length === 0) return [];
  const read = new Set(fields.flatMap(({ variable }) => variable ?? []));
  const { names } = spread(
    root,
    tongue,
    (value) => fields.some(({ span }) => within(span, value)) || takesText(value, tongue, nodes),
  );
  return checks.filter(({ variable }) => read.has(variable) || names.has(variable));
}

/** Whether a value is taken out of what was read by a text tool: `$(echo "$line" | grep -o …)`. */
function takesText(value: SyntaxNode, tongue: Reading['tongue'], nodes: Reading['nodes']): boolean {
  if (value.type !== 'command_substitution') return false;
  const given = nodes
    .filter((node) => tongue.read(node))
    .flatMap((node) => tongue.assignment(node)?.names ?? []);
  return nodes.some(
    (node) =>
      within(node, value) &&
      given.includes(tongue.variable(node) ?? '') &&
      /\b(?:grep|sed|awk|cut)\b/.test(value.text),
  );
}
