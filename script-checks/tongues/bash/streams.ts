import { descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { commandAt, literal } from './command';

/** Whether what a node reads from stdin is what execd writes to the script. */
export function readsScriptsStdin(node: SyntaxNode): boolean {
  return reaches(node, isInput, (at, siblings) => siblings.slice(0, at).some(isPipe));
}

/** Whether what a node prints to stdout is what execd gets. */
export function printsToExecd(node: SyntaxNode): boolean {
  if (takenElsewhere(node) < node.start) return false;
  return reaches(node, isOutput, (at, siblings) => siblings.slice(at + 1).some(isPipe), 'captured');
}

/**
 * Climbs from a node to the script. `redirects` tells a redirection of the stream, `piped` whether a member of a
 * pipeline has the stream from, or to, its neighbour.
 */
function reaches(
  start: SyntaxNode,
  redirects: (redirect: SyntaxNode) => boolean,
  piped: (at: number, siblings: readonly SyntaxNode[]) => boolean,
  captured?: 'captured',
  seen: readonly SyntaxNode[] = [],
): boolean {
  let node = start;
  // A redirection behind `a | b` or `a || b` is one of the last.
  let isLast = true;
  for (;;) {
    if (node.children.some((each) => each.field === 'redirect' && redirects(each)) && isLast) return false;
    const { parent } = node;
    if (!parent) return true;
    const at = parent.children.indexOf(node);
    if (captured && /^(?:command|process)_substitution$/.test(parent.type)) return false;
    if (parent.type === 'pipeline' && piped(at, parent.children)) return false;
    if (parent.type === 'pipeline' || parent.type === 'list') isLast = at === parent.children.length - 1;
    else if (parent.type !== 'redirected_statement') isLast = true;
    if (parent.type === 'function_definition') {
      const calls = callsOf(parent).filter((call) => !seen.includes(call));
      return (
        calls.length === 0 ||
        calls.some((call) => reaches(call, redirects, piped, captured, [...seen, ...calls]))
      );
    }
    node = parent;
  }
}

const commands = oncePerTree((root) => {
  const byName = new Map<string, SyntaxNode[]>();
  for (const node of descendants(root, 'command')) {
    const name = commandAt(node)?.name ?? '';
    const known = byName.get(name);
    if (known) known.push(node);
    else byName.set(name, [node]);
  }
  return byName;
});

function callsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const name = definition.children.find(({ field }) => field === 'name')?.text ?? '';
  return commands(definition).get(name) ?? [];
}

function isPipe({ type }: SyntaxNode): boolean {
  return type === '|' || type === '|&';
}

function isInput(redirect: SyntaxNode): boolean {
  if (redirect.type === 'herestring_redirect' || redirect.type === 'heredoc_redirect') return true;
  const [operator, target] = parts(redirect);
  return operator.startsWith('<') && !/^(?:\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0|0)$/.test(target);
}

function isOutput(redirect: SyntaxNode): boolean {
  if (redirect.type !== 'file_redirect') return false;
  const [operator, target] = parts(redirect);
  return operator.startsWith('>') || operator.startsWith('&>')
    ? !/^(?:\/dev\/stdout|1)$/.test(target)
    : false;
}

/** Operator and target of a redirection of stdin or stdout; of another descriptor nothing. */
function parts(redirect: SyntaxNode): readonly [string, string] {
  const descriptor = redirect.children.find(({ field }) => field === 'descriptor')?.text;
  const operator = redirect.children.find(({ type }) => /^[<>&]/.test(type))?.type ?? '';
  if (descriptor !== undefined && descriptor !== (operator.startsWith('<') ? '0' : '1')) return ['', ''];
  const target = redirect.children.find(({ field }) => field === 'destination');
  return [operator, (target && literal(target)) ?? ''];
}

/** Where `exec > file` takes all that follows away from execd. */
const takenElsewhere = oncePerTree((root) => {
  for (const statement of descendants(root, 'redirected_statement')) {
    const isOfExec = statement.children[0]?.text === 'exec';
    if (isOfExec && statement.children.some((each) => each.field === 'redirect' && isOutput(each)))
      return statement.start;
  }
  return Number.POSITIVE_INFINITY;
});
