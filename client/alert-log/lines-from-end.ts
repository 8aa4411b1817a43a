/** Reads `length` bytes at an offset; fewer only at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** Bytes that are read at once. */
const BLOCK = 512 * 1024;
/** Bytes of the longest line that is given; Wazuh's own limit for an event is 64 kB. */
const LONGEST = 1024 * 1024;
const NEWLINE = 10;

/**
 * The lines of a file, the last one first, as they come out of each block that is read; empty lines are left out, and
 * so are those of more than a megabyte. Never holds more than one block and one line, however long the file is.
 */
export async function* linesFromEnd(
  read: ReadAt,
  size: number,
  block = BLOCK,
  longest = LONGEST,
): AsyncGenerator<readonly string[]> {
  /** The end of a line whose beginning has not been read yet. */
  let rest = new Rest(longest);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - block);
    const bytes = await read(start, end - start);
    end = start;
    const lines: string[] = [];
    let right = bytes.length;
    for (let at = newlineBefore(bytes, right); at >= 0; at = newlineBefore(bytes, right)) {
      rest.prepend(bytes.subarray(at + 1, right));
      lines.push(...rest.line());
      rest = new Rest(longest);
      right = at;
    }
    rest.prepend(bytes.subarray(0, right));
    if (start === 0) lines.push(...rest.line());
    yield lines;
  }
}

function newlineBefore(bytes: Buffer, end: number): number {
  return end === 0 ? -1 : bytes.lastIndexOf(NEWLINE, end - 1);
}

class Rest {
  #parts: Buffer[] = [];
  #length = 0;

  constructor(private readonly longest: number) {}

  prepend(part: Buffer): void {
    this.#length += part.length;
    // What is too long is not kept: only its length is.
    this.#parts = this.#length > this.longest ? [] : [part, ...this.#parts];
  }

  /** The line, where there is one to give. */
  line(): readonly string[] {
    if (this.#length > this.longest) return [];
    const text = Buffer.concat(this.#parts).toString().trim();
    return text === '' ? [] : [text];
  }
}
