import { indentation } from './indentation';
import { lookAround } from './limits';
import type { Scanner } from './scanner';
import type { Draft, TreeBuilder } from './tree-builder';

/**
 * Ends open elements that have no closing tag, innermost first: `run` in the order of the text, its first under
 * `parent`; `end` is where they must have ended at the latest. What stands inside an element but was surely meant to
 * stand behind it moves out to the parent, so that one half-typed tag does not swallow the rest of its section.
 */
export function giveUp(
  scanner: Scanner,
  tree: TreeBuilder,
  run: readonly Draft[],
  parent: Draft | undefined,
  end: number,
): void {
  // What has left the inner elements so far, the last one first.
  const out: Draft[] = [];
  for (const draft of run.toReversed()) {
    const children = draft.children;
    const isBehind = standsBehind(scanner.source, draft);
    const owned = children.findIndex(isBehind);
    if (owned >= 0) {
      for (const child of children.splice(owned).toReversed()) out.push(child);
    } else {
      for (let next = out.at(-1); next && !isBehind(next); next = out.at(-1)) {
        children.push(next);
        next.parent = draft;
        out.pop();
      }
    }
    const until = out.at(-1)?.span.start ?? end;
    const ownEnd = children.length === 0 ? endOfText(scanner.source, draft, until) : until;
    tree.finish(draft, ownEnd, ownEnd);
  }
  const home = parent?.children ?? tree.roots;
  for (const child of out.toReversed()) {
    home.push(child);
    child.parent = parent;
  }
}

/** Tells whether an element was surely meant to stand behind `draft`, not inside it. */
function standsBehind(source: string, draft: Draft): (element: Draft) => boolean {
  const [first] = draft.children;
  // A text before a child: `draft` was to hold a value, and those hold no children.
  if (first && source.slice(draft.startTag.end, first.span.start).trim() !== '') {
    return (element) => !isBegunInside(source, draft, element);
  }
  const own = indentation(source, draft.span.start);
  if (own === undefined) return () => false;
  return (element) => (indentation(source, element.span.start) ?? Number.POSITIVE_INFINITY) <= own;
}

/** Whether `element` is a tag begun in the line of `draft`: in `<location>lo<` the closing tag is about to be typed. */
function isBegunInside(source: string, draft: Draft, element: Draft): boolean {
  const isUnfinished = element.closing.kind === 'missing' && source[element.startTag.end - 1] !== '>';
  const between = source.slice(draft.startTag.end, element.span.start);
  return isUnfinished && between.length < lookAround && !between.includes('\n');
}

/** A half-typed value ends with its line; an element without one goes on. */
function endOfText(source: string, draft: Draft, until: number): number {
  const text = source.slice(draft.startTag.end, until);
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return line.trim() === '' ? until : draft.startTag.end + line.trimEnd().length;
}
