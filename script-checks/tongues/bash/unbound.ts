import type { SyntaxNode } from '../../syntax/node';
import { commandAt } from './command';
import { turnsOn } from './set-option';

/** A variable that is asked for, and the first place where it is. */
export interface Unbound {
  readonly name: string;
  readonly node: SyntaxNode;
}

/** What the shell itself sets, or whoever starts it. */
const given =
  /^(?:BASH\w*|COMP_\w+|LC_\w+|_|COLUMNS|DIRSTACK|EPOCH\w+|EUID|FUNCNAME|GROUPS|HIST\w+|HOME|HOST\w+|IFS|LANG|LINENO|LINES|LOGNAME|MACHTYPE|MAPFILE|OLDPWD|OPT\w+|OSTYPE|PATH|PIPESTATUS|PPID|PS\d|PWD|RANDOM|REPLY|SECONDS|SHELL\w*|SHLVL|SRANDOM|TERM|TMPDIR|TZ|UID|USER)$/;

/**
 * Variables that a script with `set -u` asks for and that nothing in it sets: bash ends it there (bash(1), `set`). None
 * for a script that reads another one, which may set them.
 */
export function unboundVariables(text: string, nodes: readonly SyntaxNode[]): readonly Unbound[] {
  if (!isStrict(nodes) || nodes.some(readsAnother)) return [];
  const first = new Map<string, SyntaxNode>();
  for (const node of nodes) {
    if (node.type !== 'simple_expansion' && node.type !== 'expansion') continue;
    // What stands behind the name, as in ${X:-none}, says what to do without it.
    const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/.exec(node.text)?.slice(1).find(Boolean);
    if (name !== undefined && !given.test(name) && !first.has(name) && !isSet(name, text))
      first.set(name, node);
  }
  return [...first].map(([name, node]) => ({ name, node }));
}

/** Whether a script is ended by a variable that is not set. */
function isStrict(nodes: readonly SyntaxNode[]): boolean {
  return nodes.some((node) => {
    const command = commandAt(node);
    return command !== undefined && turnsOn(command, 'u');
  });
}

function readsAnother(node: SyntaxNode): boolean {
  return /^(?:\.|source|eval)$/.test(commandAt(node)?.name ?? '');
}

/** Whether anything in a text may give a variable a value, or asks whether it has one. */
function isSet(name: string, text: string): boolean {
  return new RegExp(
    `(?<![\\w$])${name}(?:\\[[^\\]]*\\])?\\+?=|\\$\\{${name}:?=|-v ${name}\\b|\\b(?:read|mapfile|readarray|local|declare|typeset|export|readonly|getopts|printf|for|select|let)\\b[^;\\n]*(?<![\\w$])${name}\\b|(?:\\(\\(|\\+\\+|--)\\s*${name}\\b|\\b${name}(?:\\+\\+|--)`,
  ).test(text);
}
