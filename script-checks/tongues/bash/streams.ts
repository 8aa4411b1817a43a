import { descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { commandAt, literal } from './command';

/** Whether what a node reads from stdin is what execd writes to the script. */
export function readsScriptsStdin(node: SyntaxNode): boolean {
  return reaches(node, stdin);
}

/** Whether what a node prints to stdout is what execd gets. */
export function printsToExecd(node: SyntaxNode): boolean {
  return takenElsewhere(node) >= node.start && reaches(node, stdout);
}

/** One of the script's streams, and what takes it away from a part of the script. */
interface Stream {
  redirects(redirect: SyntaxNode): boolean;
  /** Whether a member of a pipeline has the stream from, or to, its neighbour. */
  isPiped(member: SyntaxNode, pipeline: SyntaxNode): boolean;
  isCaptured(outer: SyntaxNode): boolean;
  /** Functions that were asked for, and whether the stream reaches their bodies. */
  readonly bodies: WeakMap<SyntaxNode, boolean>;
}

const stdin: Stream = {
  redirects: isInput,
  isPiped: ({ index }) => index > 0,
  isCaptured: () => false,
  bodies: new WeakMap(),
};

const stdout: Stream = {
  redirects: isOutput,
  isPiped: ({ index }, { children }) => index < children.length - 1,
  isCaptured: ({ type }) => type === 'command_substitution' || type === 'process_substitution',
  bodies: new WeakMap(),
};

const redirected = /^(?:command|redirected_statement|function_definition)$/;

/** Climbs from a node to the script, as long as nothing takes the stream away. */
function reaches(start: SyntaxNode, stream: Stream): boolean {
  let node = start;
  // A redirection behind `a | b` or `a || b` is one of the last.
  let isLast = true;
  for (;;) {
    if (
      isLast &&
      redirected.test(node.type) &&
      node.children.some((each) => each.field === 'redirect' && stream.redirects(each))
    )
      return false;
    const { parent } = node;
    if (!parent) return true;
    if (stream.isCaptured(parent)) return false;
    if (parent.type === 'pipeline' && stream.isPiped(node, parent)) return false;
    if (parent.type === 'pipeline' || parent.type === 'list')
      isLast = node.index === parent.children.length - 1;
    else if (parent.type !== 'redirected_statement') isLast = true;
    if (parent.type === 'function_definition') return reachesBody(parent, stream);
    node = parent;
  }
}

/** Whether a stream reaches a function by one of its calls; one that nobody calls has it as the script has. */
function reachesBody(definition: SyntaxNode, stream: Stream): boolean {
  const before = stream.bodies.get(definition);
  if (before !== undefined) return before;
  // For a function that calls itself.
  stream.bodies.set(definition, false);
  const calls = callsOf(definition);
  const result = calls.length === 0 || calls.some((call) => reaches(call, stream));
  stream.bodies.set(definition, result);
  return result;
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
