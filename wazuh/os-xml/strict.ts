import { span } from '../span';
import { limits } from './limits';
import { messages } from './messages';
import { Refusal } from './refusal';
import { greaterThan, Scanner, slash } from './scanner';
import { commentNotClosed, endOfFile, strictName, strictStartTag } from './strict-tag';
import type { Comment, Element } from './tree';
import { leavesBracket, TreeBuilder } from './tree-builder';

/** What Wazuh makes of a text: a tree, or the one refusal at which it stops. */
export type Verdict =
  | { readonly accepted: true; readonly roots: readonly Element[]; readonly comments: readonly Comment[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/** Reads a text exactly as Wazuh's own reader does (src/os_xml/os_xml.c, 4.14.7), up to its first fault. */
export function readStrictly(source: string): Verdict {
  const scanner = new Scanner(source);
  const tree = new TreeBuilder(scanner);
  try {
    while (nextTag(scanner, tree)) {
      if (scanner.next === slash) readClosingTag(scanner, tree);
      else readStartTag(scanner, tree);
    }
    return { accepted: true, roots: tree.roots, comments: scanner.comments };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { accepted: false, refusal };
    throw refusal;
  }
}

/** Moves to the next tag; false at the end of the file. */
function nextTag(scanner: Scanner, tree: TreeBuilder): boolean {
  const { top } = tree;
  const start = scanner.pos;
  const last = top?.children.at(-1);
  const bracket = last && leavesBracket(scanner.source, last) ? 1 : 0;
  // Outside the roots nothing is kept, so nothing is counted.
  switch (scanner.text(bracket, top ? limits.length : Number.POSITIVE_INFINITY)) {
    case 'tag':
      return true;
    case 'too-long':
      throw new Refusal('too-long', messages.tooLong(), scanner.pos + 1, span(start, scanner.pos));
    case 'comment-not-closed':
      throw commentNotClosed(scanner);
    default:
      if (top) throw endOfFile(scanner, top.startTag.start);
      return false;
  }
}

function readStartTag(scanner: Scanner, tree: TreeBuilder): void {
  if (tree.open.length >= limits.depth) {
    throw new Refusal('too-deep', messages.tooDeep(), scanner.pos, span(scanner.pos, scanner.pos + 1));
  }
  tree.add(strictStartTag(scanner));
}

function readClosingTag(scanner: Scanner, tree: TreeBuilder): void {
  const start = scanner.pos;
  scanner.pos += 2;
  const { top } = tree;
  if (!top) {
    throw new Refusal(
      'closing-tag-stray',
      messages.elementNotOpened(),
      scanner.pos,
      span(start, scanner.pos),
    );
  }
  const nameSpan = strictName(scanner, (unit) => unit === greaterThan);
  scanner.pos++;
  if (scanner.kept(nameSpan) !== top.name) {
    throw new Refusal('element-not-closed', messages.elementNotClosed(top.name), scanner.pos, top.startTag);
  }
  tree.close(span(start, scanner.pos), nameSpan);
}
