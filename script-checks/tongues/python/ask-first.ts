import type { Edit } from '../../finding';
import type { Script } from '../../script';
import { child, childrenOf, descendants, type SyntaxNode, within } from '../../syntax/node';
import { callAt, parts } from './expression';

/** A statement with what belongs to it: the comments above it, and the one behind it on its line. */
interface Segment {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
}

/**
 * What makes a script ask before it acts: what it does before it sends its keys comes behind them, and between them it
 * reads the answer and ends on anything but `continue`. undefined where that is not sure to leave all else as it is.
 * @param keys the call that prints the keys
 * @param acts what is done before the answer
 */
export function askFirst(
  { text, code, root }: Script,
  keys: SyntaxNode,
  acts: readonly SyntaxNode[],
): readonly Edit[] | undefined {
  if (!imports(root, 'sys') || !imports(root, 'json') || !/^print$|^sys\.stdout\.write$/.test(nameOf(keys)))
    return undefined;
  const statement = keys.parent;
  const block = statement?.parent;
  if (statement?.type !== 'expression_statement' || !block || !/^(?:block|module)$/.test(block.type))
    return undefined;
  const segments = segmentsOf(block, text);
  const at = segments.findIndex(({ node }) => node === statement);
  const early = acts.map((act) => segments.findIndex(({ node }) => within(act, node)));
  if (at === -1 || early.includes(-1)) return undefined;
  const indent = indentOf(statement, text);
  const last = isFlush(segments[at + 1]?.node) ? at + 1 : at;
  const end = segments[last]?.end ?? statement.end;
  if (indent === undefined) return undefined;
  const heed = [
    'if json.loads(sys.stdin.readline() or "{}").get("command") != "continue":',
    `    sys.exit(0)`,
  ].join(`\n${indent}`);
  const first = Math.min(at, ...early);
  const between = segments.slice(first, at);
  const moved = between.length === 0 ? [] : apart(between, statement);
  if (!moved) return undefined;
  const kept = between.filter((segment) => !moved.includes(segment));
  const own = ({ start, end: upTo }: Segment) => text.slice(start, upTo);
  const asking = flushed(text.slice(segments[at]?.start, end), keys, code, last > at);
  const start = segments[first]?.start ?? statement.start;
  const lines = [...kept.map(own), asking, heed, ...moved.map(own)];
  return [{ span: { start, end }, newText: lines.join(`\n${indent}`) }];
}

function nameOf(node: SyntaxNode): string {
  return callAt(node)?.name ?? '';
}

function imports(root: SyntaxNode, name: string): boolean {
  return [...descendants(root, 'import_statement')].some(({ children }) =>
    children.some(({ type, text }) => type === 'dotted_name' && text === name),
  );
}

/** The statements of a block, none where two share a line. */
function segmentsOf(block: SyntaxNode, text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let above: SyntaxNode | undefined;
  for (const node of block.children) {
    if (node.type === ';') return [];
    const before = segments.at(-1);
    if (node.type !== 'comment') {
      segments.push({ node, start: (above ?? node).start, end: node.end });
      above = undefined;
    } else if (before && !text.slice(before.end, node.start).includes('\n')) {
      segments[segments.length - 1] = { ...before, end: node.end };
    } else above ??= node;
  }
  return segments;
}

/** What stands before a statement that is alone on its line. */
function indentOf({ start }: SyntaxNode, text: string): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function isFlush(node: SyntaxNode | undefined): boolean {
  return node !== undefined && /^sys\.stdout\.flush\(\)$/.test(node.text);
}

function flushed(asking: string, keys: SyntaxNode, code: string, isFlushed: boolean): string {
  if (isFlushed || /\bflush\s*=/.test(code.slice(keys.start, keys.end)) || nameOf(keys) !== 'print')
    return asking;
  const { start = keys.start } = flushing(keys)?.span ?? {};
  const close = asking.indexOf(keys.text) + start - keys.start;
  return `${asking.slice(0, close)}, flush=True${asking.slice(close)}`;
}

/** What makes a call of `print` send at once what it prints. */
export function flushing(node: SyntaxNode): Edit | undefined {
  const last = child(node, 'arguments')?.children.findLast(({ type }) => !/^[(),]$|^comment$/.test(type));
  return last && { span: { start: last.end, end: last.end }, newText: ', flush=True' };
}

/**
 * Those of some statements that the keys do not need: they may be run behind them as well. undefined where one depends on
 * the other, or one of them may end the script.
 */
function apart(between: readonly Segment[], keys: SyntaxNode): readonly Segment[] | undefined {
  const needed = new Set(namesIn(keys));
  const moved: Segment[] = [];
  const given = new Set<string>();
  for (const segment of between.toReversed()) {
    const names = assignedBy(segment.node);
    if (!names.some((name) => needed.has(name))) {
      moved.unshift(segment);
      continue;
    }
    const [only] = segment.node.children;
    if (only?.type !== 'assignment' || !isPlain(only)) return undefined;
    for (const name of names) given.add(name);
    for (const name of namesIn(segment.node)) needed.add(name);
  }
  const areFree = moved.every(
    ({ node }) =>
      !namesIn(node).some((name) => given.has(name)) &&
      !assignedBy(node).some((name) => needed.has(name)) &&
      ![...descendants(node)].some(leaves),
  );
  return areFree ? moved : undefined;
}

/** Whether a value is only put together. */
function isPlain(assignment: SyntaxNode): boolean {
  return [...descendants(assignment, 'call')].every((node) =>
    /^(?:json\.dumps|dict|list|str|\S*\.get|\S*\.format|\S*\.basename|\S*\.strip)$/.test(nameOf(node)),
  );
}

function leaves(node: SyntaxNode): boolean {
  return (
    /^(?:return|raise|break|continue)_statement$|^yield$/.test(node.type) ||
    /^(?:sys\.|os\._)?exit$|^quit$/.test(nameOf(node))
  );
}

/** The names that stand in a node, without those behind dots and those of arguments. */
function namesIn(node: SyntaxNode): readonly string[] {
  return [...descendants(node, 'identifier')]
    .filter(
      ({ field, parent }) =>
        !(field === 'attribute' && parent?.type === 'attribute') &&
        !(field === 'name' && parent?.type === 'keyword_argument'),
    )
    .map(({ text }) => text);
}

/** The names that a statement gives a value, however deep. */
function assignedBy(node: SyntaxNode): readonly string[] {
  return [...descendants(node)].flatMap((each) => {
    switch (each.type) {
      case 'assignment':
      case 'augmented_assignment':
      case 'for_statement':
        return childrenOf(each, 'left').flatMap(parts).flatMap(namesIn);
      case 'named_expression':
        return [child(each, 'name')?.text ?? ''];
      case 'as_pattern':
        return childrenOf(each, 'alias').flatMap(namesIn);
      default:
        return [];
    }
  });
}
