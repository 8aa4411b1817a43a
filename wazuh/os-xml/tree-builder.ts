import { type Span, span } from '../span';
import { type Scanner, slash } from './scanner';
import type { Attribute, Closing, Element } from './tree';

/** A start tag as read: what the readers hand to the tree. */
export interface StartTag {
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly Attribute[];
  readonly span: Span;
  /** `self`: `<a/>`. `unfinished`: half typed, so nothing can stand inside. */
  readonly form: 'open' | 'self' | 'unfinished';
}

/** An element under construction; whoever holds the finished tree sees it as an `Element`. */
export interface Draft extends Element {
  attributes: readonly Attribute[];
  closing: Closing;
  children: Draft[];
  text: string;
  textSpan: Span;
  span: Span;
  parent: Draft | undefined;
}

/** Grows the tree: the elements that are open, the innermost last. */
export class TreeBuilder {
  readonly roots: Draft[] = [];
  readonly open: Draft[] = [];

  constructor(private readonly scanner: Scanner) {}

  /** The innermost open element. */
  get top(): Draft | undefined {
    return this.open.at(-1);
  }

  /** Adds an element where the reader stands; it stays open if its tag says so. */
  add(tag: StartTag): Draft {
    const parent = this.top;
    const draft: Draft = {
      name: tag.name,
      nameSpan: tag.nameSpan,
      attributes: tag.attributes,
      startTag: tag.span,
      closing: tag.form === 'self' ? { kind: 'self' } : { kind: 'missing' },
      children: [],
      text: '',
      textSpan: span(tag.span.end, tag.span.end),
      span: tag.span,
      parent,
    };
    (parent?.children ?? this.roots).push(draft);
    if (tag.form === 'open') this.open.push(draft);
    return draft;
  }

  /** Closes the innermost open element with its own tag. */
  close(tag: Span, nameSpan: Span): void {
    const draft = this.open.pop();
    if (!draft) return;
    draft.closing = { kind: 'tag', span: tag, nameSpan };
    this.finish(draft, tag.start, tag.end);
  }

  /** Settles what stands inside an element once its end is known: `textEnd` is where its text ends. */
  finish(draft: Draft, textEnd: number, end: number): void {
    const last = draft.children.at(-1);
    const textStart = last?.span.end ?? draft.startTag.end;
    draft.textSpan = span(textStart, Math.max(textStart, textEnd));
    const bracket = last && leavesBracket(this.scanner.source, last) ? '>' : '';
    draft.text = bracket + this.scanner.kept(draft.textSpan);
    draft.span = span(draft.startTag.start, Math.max(draft.textSpan.end, end));
  }
}

/**
 * Whether Wazuh takes the `>` of this `<b/>` for text of the parent: it does where the slash was read as part of the
 * attribute list, that is behind a blank, and not as the last letter of the name.
 */
export function leavesBracket(source: string, element: Element): boolean {
  const slashAt = element.startTag.end - 2;
  return (
    element.closing.kind === 'self' &&
    source.charCodeAt(slashAt) === slash &&
    source.endsWith('>', element.startTag.end) &&
    element.nameSpan.end !== slashAt
  );
}
