import type { OsXml } from '../../wazuh/os-xml';
import { type Span, span } from '../../wazuh/span';

/** Where in a tag the cursor stands. */
export type TagPart =
  | { readonly kind: 'name'; readonly span: Span }
  | { readonly kind: 'attribute-name'; readonly span: Span; readonly hasValue: boolean }
  | {
      readonly kind: 'attribute-value';
      readonly attribute: string;
      /** Between the quotes; where they are missing, the text behind `=`. */
      readonly span: Span;
      readonly quoted: boolean;
    };

/** A tag that has begun before the cursor and not ended. */
export interface OpenTag {
  readonly kind: 'start' | 'closing';
  readonly name: string;
  /** From `<` to behind `>`; without one, to the end of what belongs to the tag on the cursor's line. */
  readonly span: Span;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly at: TagPart;
}

/** A piece of a tag's text. Blanks between pieces are left out. */
type Token =
  | { readonly kind: 'word'; readonly span: Span }
  | { readonly kind: 'equals'; readonly span: Span }
  | { readonly kind: 'text'; readonly span: Span; readonly closed: boolean }
  | { readonly kind: 'end'; readonly span: Span };

/** The tag in which `offset` lies, behind its `<` and before its `>`; undefined in content. */
export function openTag(xml: OsXml, offset: number): OpenTag | undefined {
  const { text } = xml;
  const start = lastAngle(xml, offset);
  if (start === undefined) return undefined;
  const closing = text.charAt(start + 1) === '/';
  const nameStart = start + (closing ? 2 : 1);
  const tokens = [...tagTokens(text, nameStart, offset)];
  const end = tokens.at(-1);
  if (end?.kind === 'end' && end.span.start < offset) return undefined;
  const first = tokens[0];
  const name =
    first?.kind === 'word' && first.span.start === nameStart ? first.span : span(nameStart, nameStart);
  const rest = name === first?.span ? tokens.slice(1) : tokens;
  // A closing tag has nothing behind its name; and behind a bare `<` one is no longer writing a tag.
  if (offset > name.end && (closing || name.start === name.end)) return undefined;
  return {
    kind: closing ? 'closing' : 'start',
    name: text.slice(name.start, name.end),
    span: span(start, Math.max(end?.span.end ?? name.end, Math.min(offset, text.length))),
    attributes: pairs(text, rest),
    at: offset <= name.end ? { kind: 'name', span: name } : attributePart(text, rest, offset),
  };
}

/** The nearest `<` before `offset` that can begin a tag. */
function lastAngle({ text, comments }: OsXml, offset: number): number | undefined {
  let at = offset;
  // Of the comments that are left, the last one that begins before `at`: they stand in the order of the text.
  let last = comments.length - 1;
  for (;;) {
    at = at === 0 ? -1 : text.lastIndexOf('<', at - 1);
    if (at === -1) return undefined;
    let comment = comments[last];
    while (comment && comment.span.start > at) comment = comments[--last];
    if (comment && at < comment.span.end) {
      // Behind a whole comment there is content, unless the comment stands in a tag, which Wazuh allows.
      at = comment.span.start;
      continue;
    }
    if (text.charAt(at - 1) !== '\\') return at;
  }
}

/**
 * The pieces of a tag from behind `<` on. Ends with the `>`; where a `<` comes first, or the cursor's line ends behind
 * the cursor, the tag is half typed and the pieces just stop.
 */
function* tagTokens(text: string, start: number, cursor: number): Iterable<Token> {
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '<' || (character === '\n' && at >= cursor)) return;
    if (character === '>' || (character === '/' && text.charAt(at + 1) === '>')) {
      yield { kind: 'end', span: span(at, at + (character === '>' ? 1 : 2)) };
      return;
    }
    if (/\s/.test(character)) {
      at++;
    } else if (character === '=') {
      yield { kind: 'equals', span: span(at, ++at) };
    } else if (character === '"' || character === "'") {
      const quote = text.indexOf(character, at + 1);
      const lineEnd = endOfLine(text, Math.max(at, cursor));
      const closed = quote !== -1 && quote < lineEnd;
      const end = closed ? quote : unquotedEnd(text, at + 1, cursor);
      yield { kind: 'text', span: span(at + 1, end), closed };
      at = closed ? end + 1 : end;
    } else {
      let end = at + 1;
      while (end < text.length && !/[\s<>="'/]/.test(text.charAt(end))) end++;
      yield { kind: 'word', span: span(at, end) };
      at = end;
    }
  }
}

/** Where a value whose closing quote is missing ends: at the cursor, or behind the word around it. */
function unquotedEnd(text: string, start: number, cursor: number): number {
  let end = Math.max(start, Math.min(cursor, text.length));
  while (end < text.length && !/[\s<>"'/]/.test(text.charAt(end))) end++;
  return end;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function pairs(text: string, tokens: readonly Token[]): OpenTag['attributes'] {
  return tokens.flatMap((token, index) => {
    const value = tokens[index + 2];
    return token.kind === 'word' && tokens[index + 1]?.kind === 'equals' && value?.kind === 'text'
      ? [
          {
            name: text.slice(token.span.start, token.span.end),
            value: text.slice(value.span.start, value.span.end),
          },
        ]
      : [];
  });
}

function attributePart(text: string, tokens: readonly Token[], offset: number): TagPart {
  // Right before `=` one still writes the name.
  const isReached = ({ kind, span: { start } }: Token) =>
    kind === 'equals' ? start < offset : kind !== 'end' && start <= offset;
  const index = tokens.findLastIndex(isReached);
  const token = tokens[index];
  const before = tokens[index - 1];
  const touched = token !== undefined && offset <= token.span.end;
  const attributeBefore = (equals: number): string => {
    const name = tokens[equals - 1];
    return name?.kind === 'word' ? text.slice(name.span.start, name.span.end) : '';
  };
  if (token?.kind === 'equals') {
    return {
      kind: 'attribute-value',
      attribute: attributeBefore(index),
      span: span(offset, offset),
      quoted: false,
    };
  }
  if (touched && before?.kind === 'equals' && (token.kind === 'text' || token.kind === 'word')) {
    return {
      kind: 'attribute-value',
      attribute: attributeBefore(index - 1),
      span: token.span,
      quoted: token.kind === 'text',
    };
  }
  if (touched && token.kind === 'word') {
    return { kind: 'attribute-name', span: token.span, hasValue: tokens[index + 1]?.kind === 'equals' };
  }
  return { kind: 'attribute-name', span: span(offset, offset), hasValue: false };
}
