import type { FieldRead } from '../../fields-read';
import { child, descendants, type SyntaxNode } from '../../syntax/node';
import { callAt, lastName, literal, parts } from './expression';
import { readAt } from './stdin';
import { python } from './tongue';

/** The keys from the message down to a value: none for the message itself. */
type Path = readonly string[];

/** The names of parameters, by the name of their function. */
type Parameters = ReadonlyMap<string, readonly string[]>;

/** How often assignments are gone through: a value is seldom handed on more often. */
const rounds = 4;

/**
 * The fields of the alert that a Python script reads: subscripts and `get`, from the message, the alert or a part of it.
 * Names, parameters and what functions return are followed, whatever the order of the text; a name that says `alert` is
 * taken for the alert where nothing else is known of it.
 */
export function pythonFields(root: SyntaxNode): readonly FieldRead[] {
  const holds = new Map<string, Path>();
  const nodes = [...descendants(root)];
  const parameters = parametersIn(root);
  for (let round = 0, before = -1; round < rounds && holds.size > before; round++) {
    before = holds.size;
    for (const node of nodes) learn(node, parameters, holds);
  }
  return nodes.flatMap((node): readonly FieldRead[] => {
    if (!isStep(node) || isStep(stepAround(node))) return [];
    const path = pathOf(node, holds);
    if (path?.[0] !== 'parameters' || path[1] !== 'alert' || path.length < 3) return [];
    return [
      { path: path.slice(2).join('.'), span: { start: node.start, end: node.end }, variable: target(node) },
    ];
  });
}

/** Notes what an assignment, a call or a `return` gives a name to. */
function learn(node: SyntaxNode, parameters: Parameters, holds: Map<string, Path>): void {
  if (node.type === 'assignment' || node.type === 'named_expression') {
    const [left, right] = [
      child(node, 'left') ?? child(node, 'name'),
      child(node, 'right') ?? child(node, 'value'),
    ];
    if (!left || !right) return;
    const [names, values] = [parts(left), parts(right)];
    for (const [at, name] of names.entries()) {
      const value = values.length === names.length ? values[at] : undefined;
      note(name.text, value && pathOf(value, holds), holds);
    }
  }
  if (node.type === 'return_statement') {
    let home = node.parent;
    while (home && home.type !== 'function_definition') home = home.parent;
    const [value] = node.children.slice(1);
    if (home && value) note(`${child(home, 'name')?.text}()`, pathOf(value, holds), holds);
  }
  const call = callAt(node);
  if (!call || call.positional.length === 0) return;
  const defined = parameters.get(lastName(call.name));
  if (!defined) return;
  for (const [at, value] of call.positional.entries()) {
    const parameter = defined[at];
    if (parameter !== undefined) note(parameter, pathOf(value, holds), holds);
  }
}

/** The parameters of each function of the script. */
function parametersIn(root: SyntaxNode): Parameters {
  return new Map(
    [...descendants(root, 'function_definition')]
      .flatMap((node) => python.definition(node) ?? [])
      .map(({ name, parameters }) => [name, parameters]),
  );
}

function note(name: string, path: Path | undefined, holds: Map<string, Path>): void {
  if (path && !holds.has(name)) holds.set(name, path);
}

/** Whether a node goes one key down: `x["key"]`, `x.get("key")`. */
function isStep(node: SyntaxNode | undefined): boolean {
  return node !== undefined && stepOf(node) !== undefined;
}

function stepOf(node: SyntaxNode): { readonly from: SyntaxNode; readonly key: string } | undefined {
  if (node.type === 'subscript') {
    const [from, key] = [child(node, 'value'), literal(child(node, 'subscript'))];
    return from && key !== undefined ? { from, key } : undefined;
  }
  const call = node.type === 'call' ? callAt(node) : undefined;
  if (!call?.name.endsWith('.get')) return undefined;
  const [from, key] = [child(child(node, 'function'), 'object'), literal(call.positional[0])];
  return from && key !== undefined ? { from, key } : undefined;
}

/** The node that goes on from this one: over brackets, `or {}`, and positions in lists. */
function stepAround(node: SyntaxNode): SyntaxNode | undefined {
  let { parent } = node;
  let inner = node;
  while (parent) {
    if (parent.type === 'attribute' && child(parent, 'object') === inner && parent.parent?.type === 'call') {
      return isStep(parent.parent) ? parent.parent : undefined;
    }
    if (parent.type === 'subscript' && child(parent, 'value') === inner) {
      if (isStep(parent)) return parent;
    } else if (parent.type !== 'parenthesized_expression' && !isDefaulted(parent, inner)) return undefined;
    inner = parent;
    parent = parent.parent;
  }
  return undefined;
}

/** `x or {}`. */
function isDefaulted(node: SyntaxNode, value: SyntaxNode): boolean {
  return (
    node.type === 'boolean_operator' &&
    child(node, 'left') === value &&
    /^(?:\{\}|dict\(\)|\[\]|"")$/.test(child(node, 'right')?.text ?? '')
  );
}

/** What a value is, as far as the text tells. */
function pathOf(node: SyntaxNode, holds: ReadonlyMap<string, Path>): Path | undefined {
  if (readAt(node)) return [];
  const step = stepOf(node);
  if (step) {
    const from = pathOf(step.from, holds);
    // Whatever it is got from: only execd's message has parameters.
    return from ? [...from, step.key] : step.key === 'parameters' ? [step.key] : undefined;
  }
  switch (node.type) {
    case 'identifier':
      return holds.get(node.text) ?? byName(node.text);
    case 'attribute':
      return holds.get(node.text);
    case 'parenthesized_expression':
      return node.children[1] && pathOf(node.children[1], holds);
    case 'subscript': {
      const value = child(node, 'value');
      return value && pathOf(value, holds);
    }
    case 'boolean_operator':
    case 'conditional_expression':
      return node.children.map((each) => pathOf(each, holds)).find((path) => path !== undefined);
    case 'call':
      return ofCall(node, holds);
    default:
      return undefined;
  }
}

function byName(name: string): Path | undefined {
  if (name === 'parameters') return ['parameters'];
  return name === 'alert' ? ['parameters', 'alert'] : undefined;
}

/** What a call gives back: what a function of the script returns, or what came in, for calls that only change its form. */
function ofCall(node: SyntaxNode, holds: ReadonlyMap<string, Path>): Path | undefined {
  const call = callAt(node);
  if (!call) return undefined;
  const name = lastName(call.name);
  const returned = holds.get(`${name}()`);
  if (returned) return returned;
  if (/^(?:loads?|str|dict|ip_address)$/.test(name) && call.positional[0])
    return pathOf(call.positional[0], holds);
  const object = child(child(node, 'function'), 'object');
  return object && /^(?:strip|rstrip|lstrip|lower|upper|decode|copy)$/.test(name)
    ? pathOf(object, holds)
    : undefined;
}

/** The name that a value is assigned to, as it is or in another form. */
function target(node: SyntaxNode): string | undefined {
  let { parent } = node;
  let inner = node;
  while (
    parent &&
    /^(?:parenthesized_expression|boolean_operator|conditional_expression|call|argument_list|attribute|subscript)$/.test(
      parent.type,
    )
  ) {
    inner = parent;
    parent = parent.parent;
  }
  if (parent?.type === 'assignment' && child(parent, 'right') === inner) return child(parent, 'left')?.text;
  return parent?.type === 'named_expression' ? child(parent, 'name')?.text : undefined;
}
