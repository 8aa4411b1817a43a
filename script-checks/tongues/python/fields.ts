import { farthest, type Held, type MessageRead } from '../../message-read';
import { child, descendants, type SyntaxNode } from '../../syntax/node';
import { type Inlets, type PythonValues, pythonValues } from './values';

/** What a script of its own gets: execd's message. */
const fromExecd: Inlets = { stdin: [{ path: [], sure: true }] };

/**
 * What a Python program reads of execd's message: subscripts and `get`, from the message or a part of it, also by keys
 * that a function is given or that stand in a list. A name that says `alert` is taken for the alert where nothing else is
 * known of it.
 */
export function pythonReads(root: SyntaxNode, inlets: Inlets = fromExecd): readonly MessageRead[] {
  const values = pythonValues(root, inlets);
  return [...descendants(root)].flatMap((node): readonly MessageRead[] => {
    const isRead = values.step(node) !== undefined || values.digs(node);
    if (!isRead || isGoneOnFrom(node, values) || values.isForCallers(node)) return [];
    return reached(node, values).map((held) => ({
      ...held,
      span: { start: node.start, end: node.end },
      variable: target(node),
      choice: choiceAround(node),
    }));
  });
}

/** What a read gets; where its last key is not known, what it is looked for in. */
function reached(node: SyntaxNode, values: PythonValues): readonly Held[] {
  const held = farthest(values.held(node)).filter(({ path }) => path.length > 0);
  const from = values.step(node)?.from;
  return held.length > 0 || !from || !values.step(from) ? held : reached(from, values);
}

/** Whether a larger read goes on from this one: over brackets, `or {}`, and positions in lists. */
function isGoneOnFrom(node: SyntaxNode, values: PythonValues): boolean {
  let { parent } = node;
  let inner = node;
  while (parent) {
    if (parent.type === 'attribute' && child(parent, 'object') === inner && parent.parent?.type === 'call')
      return values.step(parent.parent) !== undefined;
    if (parent.type === 'subscript' && child(parent, 'value') === inner) return true;
    if (parent.type !== 'parenthesized_expression' && !isDefaulted(parent, inner)) return false;
    inner = parent;
    parent = parent.parent;
  }
  return false;
}

/** `x or {}`. */
function isDefaulted(node: SyntaxNode, value: SyntaxNode): boolean {
  return (
    node.type === 'boolean_operator' &&
    child(node, 'left') === value &&
    /^(?:\{\s*\}|dict\(\)|\[\s*\]|""|'')$/.test(child(node, 'right')?.text ?? '')
  );
}

/** The place of the largest `a or b` that a value is part of. */
function choiceAround(node: SyntaxNode): number | undefined {
  let found: number | undefined;
  for (
    let outer = node.parent;
    outer && /expression$|_operator$|^(?:call|argument_list|attribute|subscript)$/.test(outer.type);
    outer = outer.parent
  )
    if (outer.type === 'conditional_expression' || child(outer, 'operator')?.text === 'or')
      found = outer.start;
  return found;
}

/** The name that a value is assigned to, as it is or in another form. */
function target(node: SyntaxNode): string | undefined {
  let { parent } = node;
  let inner = node;
  while (
    parent &&
    /^(?:parenthesized_expression|boolean_operator|conditional_expression|call|argument_list|attribute|subscript|generator_expression)$/.test(
      parent.type,
    )
  ) {
    inner = parent;
    parent = parent.parent;
  }
  if (parent?.type === 'assignment' && child(parent, 'right') === inner) return child(parent, 'left')?.text;
  return parent?.type === 'named_expression' ? child(parent, 'name')?.text : undefined;
}
