import { around, child, descendants, type SyntaxNode } from '../../syntax/node';
import { commandAt } from './command';

/** An argument without a default; nothing is none. */
const bare = /^\$(?:[1-9]|\{[1-9](?::?-(?:""|'')?)?\})$/;

/** Programs to whose work it makes no difference whether a word is empty: they only say something. */
const saying = /^(?:echo|printf|logger|log\w*|test|\[|shift|local|usage)$/i;

/**
 * Where a shell script first needs one of its arguments. One that has a default, that is only looked for, or that is one of
 * several options is not needed.
 */
export function neededArgument(root: SyntaxNode): SyntaxNode | undefined {
  const commands = [...descendants(root, 'command')];
  // It gives itself others, or takes what is there one after the other.
  if (commands.some((node) => /^(?:getopts|getopt)\b|^set -- /.test(node.text))) return undefined;
  if (/\$#|\$\{#/.test(root.text) && commands.some((node) => commandAt(node)?.name === 'shift'))
    return undefined;
  const handedOn = new Set(
    commands
      .filter((node) => !around(node, 'function_definition') && /\$(?:[@*1]|\{[@*1]\})/.test(node.text))
      .map((node) => commandAt(node)?.name),
  );
  for (const node of descendants(root, 'simple_expansion', 'expansion')) {
    if (!bare.test(node.text)) continue;
    const home = around(node, 'function_definition');
    if ((home === undefined || handedOn.has(child(home, 'name')?.text)) && isNeeded(node)) return node;
  }
  return undefined;
}

/** Whether something is decided by a value, is given its value, or is done to it. */
function isNeeded(node: SyntaxNode): boolean {
  for (let inner = node, { parent } = node; parent; inner = parent, { parent } = parent) {
    if (parent.type === 'variable_assignment') return child(parent, 'value') === inner;
    if (parent.type === 'case_statement') return child(parent, 'value') === inner;
    if (parent.type === 'test_command') return /add|delete/.test(parent.text);
    if (parent.type === 'command') return !saying.test(commandAt(parent)?.name ?? '');
  }
  return false;
}
