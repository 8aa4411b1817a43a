/** One replacement: `[start, end)` of a text becomes `text`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** From `at` on, the characters come from `from` on. */
interface Piece {
  readonly at: number;
  readonly from: number;
}

/** A text made from another one by replacements; it remembers where its characters came from. */
export class TracedText {
  private constructor(
    readonly text: string,
    /** Where the last character came from ends. */
    private readonly sourceLength: number,
    private readonly pieces: readonly Piece[],
  ) {}

  /** A text that is its own source. */
  static of(source: string): TracedText {
    return new TracedText(source, source.length, [{ at: 0, from: 0 }]);
  }

  /** The text with replacements made, which must be in order and not overlap. Linear. */
  with(replacements: Iterable<Replacement>): TracedText {
    const parts: string[] = [];
    const pieces: Piece[] = [];
    let read = 0;
    let written = 0;
    let piece = 0;
    const keepUntil = (end: number) => {
      // The pieces that begin in what is kept move along with it.
      for (let next = this.pieces[piece]; next && next.at < end; next = this.pieces[++piece]) {
        if (next.at >= read) pieces.push({ at: written + next.at - read, from: next.from });
      }
      parts.push(this.text.slice(read, end));
      written += end - read;
      read = end;
    };
    for (const { start, end, text } of replacements) {
      keepUntil(start);
      pieces.push({ at: written, from: this.sourceOf(start) });
      parts.push(text);
      written += text.length;
      read = end;
      pieces.push({ at: written, from: this.sourceOf(end) });
    }
    keepUntil(this.text.length);
    return new TracedText(parts.join(''), this.sourceLength, pieces);
  }

  /** Another text of the same length, each of whose characters comes from where the one before it did. */
  retouched(text: string): TracedText {
    return new TracedText(text, this.sourceLength, this.pieces);
  }

  /** Where in the source the character at `offset` came from; inside a replacement, at most where that one ended. */
  sourceOf(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = this.pieces[low - 1] ?? { at: 0, from: 0 };
    const next = this.pieces[low]?.from ?? this.sourceLength;
    return Math.min(piece.from + offset - piece.at, next);
  }
}

/** A replacement for every match of a pattern, which must have the flag `g`. */
export function* replacing(text: string, pattern: RegExp, replacement: string): Iterable<Replacement> {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + found.length, text: replacement };
  }
}
