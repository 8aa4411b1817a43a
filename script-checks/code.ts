import { descendants, type SyntaxNode } from './syntax/node';

/**
 * The text with its comments blanked out, character for character, so that offsets stay. Strings are kept: the
 * handshake and the paths of the alert are written in them. A string that stands alone, like a docstring, is a comment.
 */
export function withoutComments(text: string, root: SyntaxNode): string {
  let out = '';
  let from = 0;
  for (const node of descendants(root, 'comment', 'expression_statement')) {
    if (node.type !== 'comment' && !(node.children.length === 1 && node.children[0]?.type === 'string'))
      continue;
    // A half-typed string may hold what looks like a comment.
    if (node.start < from) continue;
    out += text.slice(from, node.start) + text.slice(node.start, node.end).replace(/[^\r\n]/g, ' ');
    from = node.end;
  }
  return out + text.slice(from);
}
