import { type Span, span } from '../../wazuh/span';

/** A text with marks taken out: `$0` is the cursor, `⟦…⟧` are ranges. */
export interface Fixture {
  readonly text: string;
  /** Offset of the cursor; the end of the text where no mark is. */
  readonly cursor: number;
  readonly ranges: readonly Span[];
}

/** Takes the marks out of a text. Ranges may nest: the list is in the order of their ends. */
export function fixture(marked: string): Fixture {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const ranges: Span[] = [];
  for (const piece of marked.split(/(\$0|⟦|⟧)/)) {
    if (piece === '$0') cursor = text.length;
    else if (piece === '⟦') open.push(text.length);
    else if (piece === '⟧') ranges.push(span(open.pop() ?? 0, text.length));
    else text += piece;
  }
  return { text, cursor: cursor ?? text.length, ranges };
}

/** The text with `⟦…⟧` around spans that do not overlap. */
export function marked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    result += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return result + text.slice(at);
}
