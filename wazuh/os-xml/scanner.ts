import { type Span, span } from '../span';
import type { Comment } from './tree';
import { bytesAt } from './utf8';

export const lessThan = 0x3c;
export const greaterThan = 0x3e;
export const slash = 0x2f;
export const equals = 0x3d;
const exclamation = 0x21;
const backslash = 0x5c;

/** The byte 0xFF as `decode` keeps it. Pushed back by Wazuh's reader into a signed char it turns into an end of file. */
const byteFF = 0xdcff;
const commentEnd = /-->|!>|[-!]\udcff/g;

/** What C's `isspace` calls a blank. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

export function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27;
}

/** Why `Scanner.text` stopped. `tag`: `pos` is at its `<`. */
export type TextStop = 'tag' | 'escaped-closing' | 'too-long' | 'comment-not-closed' | 'end';

/** Walks over a text and collects its comments: what the strict and the tolerant reader share. */
export class Scanner {
  pos = 0;
  /** Where Wazuh sees the end of the file. */
  end: number;
  readonly comments: Comment[] = [];
  #noCommentEndFrom = Number.POSITIVE_INFINITY;

  constructor(readonly source: string) {
    this.end = source.length;
  }

  /** The code unit at `pos`, or -1 at the end. */
  get unit(): number {
    return this.pos < this.end ? this.source.charCodeAt(this.pos) : -1;
  }

  /** The code unit behind `pos`, or -1 at the end. */
  get next(): number {
    return this.pos + 1 < this.end ? this.source.charCodeAt(this.pos + 1) : -1;
  }

  /** Steps over `unit` if it comes next. */
  accept(unit: number): boolean {
    if (this.unit !== unit) return false;
    this.pos++;
    return true;
  }

  skipBlanks(): void {
    while (isBlank(this.unit)) this.pos++;
  }

  /**
   * At a `<`: skips a comment if one opens here. It does at every `<!`, and ends at the first `-->` or `!>`.
   * `unclosed`: it opens, but has no end; `pos` stays.
   */
  comment(): 'none' | 'skipped' | 'unclosed' {
    if (this.next !== exclamation) {
      if (this.next === byteFF) this.end = this.pos + 1;
      return 'none';
    }
    const end = this.#commentEnd(this.pos + 2);
    if (end === undefined) return 'unclosed';
    const last = this.source.charCodeAt(end - 2);
    this.comments.push({ span: span(this.pos, end), end: last === exclamation ? '!>' : '-->' });
    this.pos = end;
    return 'skipped';
  }

  #commentEnd(from: number): number | undefined {
    if (from >= this.#noCommentEndFrom) return undefined;
    commentEnd.lastIndex = from;
    const found = commentEnd.exec(this.source);
    const end = commentEnd.lastIndex;
    if (found && end <= this.end && this.source.charCodeAt(end - 1) === greaterThan) return end;
    if (found && end <= this.end) this.end = end;
    // Remembered, because a text full of `<!` would otherwise be searched to its end for each of them.
    this.#noCommentEndFrom = from;
    return undefined;
  }

  /**
   * Reads text up to the next tag: the next `<` that opens no comment and has no backslash before it (two of them
   * are text). `bytes` of the text were read before; `limit` is the number at which it is too long.
   * With `closing` (`/name>`), a `<` that is followed by it is reported in spite of a backslash.
   */
  text(bytes: number, limit: number, closing?: string): TextStop {
    let read = bytes;
    let escaped = false;
    while (this.pos < this.end) {
      const unit = this.source.charCodeAt(this.pos);
      if (unit === backslash) escaped = !escaped;
      else if (unit !== lessThan) escaped = false;
      const size = unit < 0x80 ? 1 : bytesAt(this.source, this.pos);
      if (read + size > limit) return 'too-long';
      if (unit === lessThan) {
        const comment = this.comment();
        if (comment === 'skipped') continue;
        if (comment === 'unclosed') return 'comment-not-closed';
        if (!escaped) return 'tag';
        if (closing !== undefined && this.source.startsWith(closing, this.pos + 1)) return 'escaped-closing';
        escaped = false;
      }
      read += size;
      this.pos++;
    }
    return 'end';
  }

  /** What Wazuh keeps of a stretch: `written`, cut at a NUL. */
  kept(range: Span): string {
    return cutAtNul(this.written(range));
  }

  /** A stretch without its comments; they must have been met. */
  written(range: Span): string {
    let text = '';
    let end = range.end;
    for (let index = this.#commentsBefore(end) - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment || comment.span.start < range.start) break;
      text = this.source.slice(comment.span.end, end) + text;
      end = comment.span.start;
    }
    return this.source.slice(range.start, end) + text;
  }

  /** How many comments end at `offset` or before it. */
  #commentsBefore(offset: number): number {
    let low = 0;
    let high = this.comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const comment = this.comments[middle];
      if (comment && comment.span.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What C makes of a string: it ends at the first NUL. */
export function cutAtNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}
