/**
 * A half-open range of a text, in UTF-16 code units from 0: `start` is inside, `end` is not.
 * Everything below the language server speaks in spans; positions (line, character) appear only at the LSP's edge.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of `[start, end)`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `offset` lies in `range`; the end counts too, as a cursor may stand behind the last character. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** The part of `text` that `range` covers. */
export function slice(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}
