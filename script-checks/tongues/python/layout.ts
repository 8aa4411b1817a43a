import { descendants, type SyntaxNode } from '../../syntax/node';

/** A line that does not stand where Python's rules of indentation want it. */
export interface Misplaced {
  readonly node: SyntaxNode;
  readonly kind: 'body missing' | 'elsewhere' | 'tabs and blanks';
}

/**
 * The first line that is indented otherwise than the rest of its block. The grammar takes such lines as they come, where
 * Python ends with an IndentationError or a TabError before anything is run.
 */
export function misplaced(root: SyntaxNode, text: string): Misplaced | undefined {
  for (const node of descendants(root)) {
    const found =
      node.type === 'block' || node.type === 'module' ? inBlock(node, text) : ofClause(node, text);
    if (found) return found;
  }
  return undefined;
}

/** How far a line is indented, as Python counts it: with tabs of eight, and of one. The two must agree. */
interface Indent {
  readonly wide: number;
  readonly narrow: number;
}

function inBlock(block: SyntaxNode, text: string): Misplaced | undefined {
  const statements = block.children.filter(({ type }) => type !== 'comment' && type !== ';');
  const [first] = statements;
  const header = block.parent && indentOf(block.parent, text);
  if (!first) return block.parent && { node: block.parent, kind: 'body missing' };
  const wanted = block.parent ? indentOf(first, text) : { wide: 0, narrow: 0 };
  if (!wanted) return undefined;
  if (header && (wanted.wide <= header.wide || wanted.narrow <= header.narrow))
    return { node: first, kind: wanted.wide <= header.wide ? 'body missing' : 'tabs and blanks' };
  return statements.flatMap((each) => compared(each, wanted, text) ?? [])[0];
}

/** `else`, `except` and the like stand where their statement stands, and what is decorated where its decorator does. */
function ofClause(node: SyntaxNode, text: string): Misplaced | undefined {
  const isPart = /^(?:else|elif|except|except_group|finally)_clause$/.test(node.type);
  if (!node.parent || !(isPart || node.parent.type === 'decorated_definition')) return undefined;
  const wanted = indentOf(node.parent, text);
  return wanted && compared(node, wanted, text);
}

function compared(node: SyntaxNode, wanted: Indent, text: string): Misplaced | undefined {
  const indent = indentOf(node, text);
  if (!indent) return undefined;
  const same = [indent.wide === wanted.wide, indent.narrow === wanted.narrow];
  if (!same.includes(false)) return undefined;
  return { node, kind: same.includes(true) ? 'tabs and blanks' : 'elsewhere' };
}

/** The indentation of a node that stands first on its line; undefined for all others. */
function indentOf(node: SyntaxNode, text: string): Indent | undefined {
  const before = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start).replace(/^\uFEFF/, '');
  // A form feed begins the count anew.
  const blanks = before.slice(before.lastIndexOf('\f') + 1);
  if (/[^ \t\f]/.test(before)) return undefined;
  let wide = 0;
  for (const blank of blanks) wide += blank === '\t' ? 8 - (wide % 8) : 1;
  return { wide, narrow: blanks.length };
}
