import type { Span } from '../../wazuh/span';
import { descendants, MISSING, type SyntaxNode } from './node';

/** What keeps a text from being one of its language, as far as the grammar knows it. */
export interface Fault extends Span {
  readonly kind: 'missing' | 'not closed' | 'unexpected';
  /** What is missing, what is not closed, or what was not expected there. */
  readonly what: string;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The faults that the parser stumbled over, in the order of the text. */
export function faultsIn(root: SyntaxNode): readonly Fault[] {
  const nodes = [...descendants(root)];
  const lacking = nodes.filter(({ type }) => type.startsWith(MISSING)).map(missing);
  const errors = nodes.filter(
    (node) => node.type === 'ERROR' && [...descendants(node, 'ERROR')].length === 1,
  );
  if (errors.length === 0) return lacking;
  const open = notClosed(nodes);
  const places = open ? [open] : errors.map(unexpected);
  return [...lacking, ...places].sort((a, b) => a.start - b.start);
}

/** What lacks its end is shown where it begins. */
function missing(node: SyntaxNode): Fault {
  let begin = node.parent ?? node;
  while (begin.children[0] && begin.children[0] !== node) begin = begin.children[0];
  return { kind: 'missing', what: node.type.slice(MISSING.length), start: begin.start, end: begin.end };
}

/** The innermost place: an error may cover all that follows it. */
function unexpected({ start, end, text }: SyntaxNode): Fault {
  const [line = ''] = text.split('\n', 1);
  return { kind: 'unexpected', what: line.trim(), start, end: Math.min(end, start + line.length) };
}

/** The first bracket that nothing closes, or the quotation mark that takes all that follows with it. */
function notClosed(nodes: readonly SyntaxNode[]): Fault | undefined {
  const [mark] = nodes.filter(({ type }) => type === 'ERROR').flatMap(({ children }) => children.slice(0, 1));
  if (
    mark?.type === '"' &&
    nodes.every(({ start, type }) => start <= mark.start || type === 'string_content')
  )
    return { kind: 'not closed', what: '"', start: mark.start, end: mark.end };
  const open: SyntaxNode[] = [];
  for (const node of nodes) {
    if (node.children.length > 0) continue;
    const last = open.at(-1);
    if (Object.hasOwn(closing, node.type)) open.push(node);
    else if (last && node.type === closing[last.type]) open.pop();
  }
  const [first] = open;
  return first && { kind: 'not closed', what: first.type, start: first.start, end: first.end };
}
