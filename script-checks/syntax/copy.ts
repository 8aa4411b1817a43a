import type { TreeCursor } from '@vscode/tree-sitter-wasm';
import { MISSING, type SyntaxNode } from './node';

/** How deep a tree is copied: nobody nests so deep by hand, and what follows it down must not run out of stack. */
const deepest = 400;

/** The grammar of PowerShell wraps each value in a dozen levels of precedence with one child each: one is enough. */
const wrapper = /_expression$|^pipeline_chain$|^pipeline$/;

interface Draft {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: Draft[];
}

/** Copies the tree below a cursor out of the parser, and deletes the cursor. */
export function copied(cursor: TreeCursor, text: string): SyntaxNode {
  const open: Draft[] = [draft(cursor)];
  for (let down = true; ; ) {
    if (down && open.length < deepest && cursor.gotoFirstChild()) {
      open.push(draft(cursor));
      continue;
    }
    const done = open.pop();
    const outer = open.at(-1);
    if (!done || !outer) {
      cursor.delete();
      return new Node(text, done ?? draft(cursor), undefined, 0);
    }
    outer.children.push(done);
    down = cursor.gotoNextSibling();
    if (down) open.push(draft(cursor));
    else cursor.gotoParent();
  }
}

function draft(cursor: TreeCursor): Draft {
  return {
    // What the grammar put in where the text lacks it is not to be taken for a word of the text.
    type: cursor.nodeIsMissing ? `${MISSING}${cursor.nodeType}` : cursor.nodeType,
    field: cursor.currentFieldName ?? undefined,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children: [],
  };
}

class Node implements SyntaxNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];

  constructor(
    private readonly source: string,
    { type, field, start, end, children }: Draft,
    readonly parent: SyntaxNode | undefined,
    readonly index: number,
  ) {
    this.type = type;
    this.field = field;
    this.start = start;
    this.end = end;
    this.children = children.map((each, at) => new Node(source, unwrapped(each), this, at));
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }
}

/** A wrapper's only child, which then is to the parent what the wrapper was. */
function unwrapped(node: Draft): Draft {
  let inner = node;
  for (
    let [only] = inner.children;
    wrapper.test(inner.type) && inner.children.length === 1 && only;
    [only] = inner.children
  )
    inner = only;
  return inner === node ? node : { ...inner, field: node.field ?? inner.field };
}
