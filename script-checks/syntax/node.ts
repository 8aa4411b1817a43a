import type { Span } from '../../wazuh/span';

/**
 * One node of a script's tree, as tree-sitter's grammar for the language names it. Plain and final: it needs no
 * parser, and stays valid as long as somebody holds it.
 */
export interface SyntaxNode extends Span {
  /** The grammar's name for it: `command`, `call`; for punctuation and words of the language the text itself. */
  readonly type: string;
  /** What it is to its parent: `function`, `value`; undefined where the grammar gives it no name. */
  readonly field: string | undefined;
  readonly parent: SyntaxNode | undefined;
  readonly children: readonly SyntaxNode[];
  /** Its place among the parent's children. */
  readonly index: number;
  readonly text: string;
}

/** What the type of a node begins with that the text lacks, and that the parser put in to go on: `MISSING fi`. */
export const MISSING = 'MISSING ';

/** The first child that the grammar calls `field`. */
export function child(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  return node?.children.find((each) => each.field === field);
}

/** All children that the grammar calls `field`. */
export function childrenOf(node: SyntaxNode | undefined, field: string): readonly SyntaxNode[] {
  return node?.children.filter((each) => each.field === field) ?? [];
}

/** The node and everything below it, in the order of the text. */
export function* descendants(node: SyntaxNode, ...types: readonly string[]): Iterable<SyntaxNode> {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (types.length === 0 || types.includes(next.type)) yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const below = next.children[at];
      if (below) open.push(below);
    }
  }
}

/** The nearest node of one of these types around `node`, itself left out. */
export function around(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  let outer = node.parent;
  while (outer && !types.includes(outer.type)) outer = outer.parent;
  return outer;
}

/** Whether `inner` lies in `outer`, or is it. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The whole tree that a node belongs to. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** A fact about a whole tree, found once and asked for from any of its nodes. */
export function oncePerTree<T>(find: (root: SyntaxNode) => T): (node: SyntaxNode) => T {
  const found = new WeakMap<SyntaxNode, { readonly fact: T }>();
  return (node) => {
    const root = rootOf(node);
    const kept = found.get(root) ?? { fact: find(root) };
    found.set(root, kept);
    return kept.fact;
  };
}

/** The smallest node below `outer` that covers a span. */
export function nodeAt(outer: SyntaxNode, span: Span): SyntaxNode {
  let node = outer;
  for (;;) {
    const inner = node.children.find((each) => within(span, each));
    if (!inner) return node;
    node = inner;
  }
}
