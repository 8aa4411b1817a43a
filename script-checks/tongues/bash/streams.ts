import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { commandAt, literal } from './command';

/** Whether what a node reads from stdin is what execd writes to the script. */
export function readsScriptsStdin(node: SyntaxNode): boolean {
  return givenElsewhere(node) >= node.start ? reaches(node, stdin) : isRedirectedBack(node);
}

/** Whether a descriptor other than stdin is a copy of it: `exec 3<&0`. */
export function isCopyOfStdin(node: SyntaxNode, descriptor: string): boolean {
  return descriptor === '0' || copiesOfStdin(node).has(descriptor);
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

/**
 * The redirections of a statement. The grammar gives a here-string behind `done` no name, and takes what stands behind
 * `<<EOF` for a part of it.
 */
function redirectsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(isRedirect).flatMap((each) => [each, ...each.children.filter(isRedirect)]);
}

/** Without job control, what is started with `&` has no stdin but what it is given. */
export function isInBackground(node: SyntaxNode): boolean {
  return node.parent?.children[node.index + 1]?.type === '&';
}

/** Climbs from a node to the script, as long as nothing takes the stream away. */
function reaches(start: SyntaxNode, stream: Stream): boolean {
  let node = start;
  // A redirection behind `a | b` or `a || b` is one of the last.
  let isLast = true;
  for (;;) {
    if (isLast && redirected.test(node.type) && redirectsOf(node).some(stream.redirects)) return false;
    const { parent } = node;
    if (!parent) return true;
    if (stream.isCaptured(parent) || (stream === stdin && isInBackground(node))) return false;
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
  if (redirectsOf(definition).some(stream.redirects)) return false;
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
  if (operator === '<&' && copiesOfStdin(redirect).has(target)) return false;
  return operator.startsWith('<') && !/^(?:\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0|0)$/.test(target);
}

function isRedirect({ type }: SyntaxNode): boolean {
  return type.endsWith('_redirect');
}

function isOutput(redirect: SyntaxNode): boolean {
  // `cat <<EOF | …`
  if (redirect.type === 'heredoc_redirect') return redirect.children.some(({ type }) => type === 'pipeline');
  if (redirect.type !== 'file_redirect') return false;
  const [operator, target] = parts(redirect);
  return operator.startsWith('>') || operator.startsWith('&>')
    ? !/^(?:\/dev\/stdout|1)$/.test(target)
    : false;
}

/** Operator and target of a redirection of stdin or stdout; of another descriptor nothing. */
function parts(redirect: SyntaxNode): readonly [string, string] {
  const operator = operatorOf(redirect);
  if (descriptorOf(redirect) !== (operator.startsWith('<') ? '0' : '1')) return ['', ''];
  const target = redirect.children.find(({ field }) => field === 'destination');
  return [operator, (target && literal(target)) ?? ''];
}

function operatorOf(redirect: SyntaxNode): string {
  return redirect.children.find(({ type }) => /^[<>&]/.test(type))?.type ?? '';
}

/** The descriptor that is redirected. In `exec 0<&3` the grammar takes the number for a word of the command. */
function descriptorOf(redirect: SyntaxNode): string {
  const written = redirect.children.find(({ field }) => field === 'descriptor')?.text;
  const operator = operatorOf(redirect);
  const before = operator.endsWith('&') ? redirect.parent?.children[redirect.index - 1] : undefined;
  const word =
    before?.type === 'command' && before.end === redirect.start ? before.children.at(-1)?.text : undefined;
  const usual = operator.startsWith('<') ? '0' : '1';
  return written ?? (word !== undefined && /^\d$/.test(word) ? word : usual);
}

/** Where `exec > file` takes all that follows away from execd. */
const takenElsewhere = oncePerTree((root) => firstOf(execs(root), isOutput));

/** Where `exec < file` gives all that follows another stdin. */
const givenElsewhere = oncePerTree((root) => firstOf(execs(root), isInput));

const copiesOfStdin = oncePerTree((root): ReadonlySet<string> => {
  const isStdin = (redirect: SyntaxNode) =>
    /^(?:0|\/dev\/stdin)$/.test(child(redirect, 'destination')?.text ?? '');
  return new Set(execs(root).flatMap(redirectsOf).filter(isStdin).map(descriptorOf));
});

/** The redirections that stay: those of `exec` without a command. */
function execs(root: SyntaxNode): readonly SyntaxNode[] {
  return [...descendants(root, 'redirected_statement', 'command')].filter(({ type, children: [first] }) =>
    type === 'command'
      ? first?.text === 'exec'
      : first?.type === 'command' && /^exec(?:\s+\d)?$/.test(first.text),
  );
}

function firstOf(statements: readonly SyntaxNode[], redirects: (redirect: SyntaxNode) => boolean): number {
  return statements.find((each) => redirectsOf(each).some(redirects))?.start ?? Number.POSITIVE_INFINITY;
}

/** `cat <&3` where 3 is a copy of stdin. */
function isRedirectedBack(node: SyntaxNode): boolean {
  const { parent } = node;
  const outer = parent?.type === 'redirected_statement' ? parent : node;
  return redirectsOf(outer).some(
    (redirect) =>
      operatorOf(redirect) === '<&' &&
      descriptorOf(redirect) === '0' &&
      copiesOfStdin(redirect).has(child(redirect, 'destination')?.text ?? ''),
  );
}
