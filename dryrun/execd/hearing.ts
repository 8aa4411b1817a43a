import type { Readable } from 'node:stream';
import { firstLine } from './keys';

/** Listens to a stream and keeps what it says, up to a number of bytes; what goes beyond is dropped. */
export class Hearing {
  private heard = Buffer.alloc(0);
  private waiting: (() => void)[] = [];
  private taken = 0;
  /** Whether nothing more will come. */
  ended = false;

  constructor(stream: Readable, most: number) {
    stream.on('data', (chunk: Buffer) => {
      this.heard = Buffer.concat([this.heard, chunk.subarray(0, Math.max(0, most - this.heard.length))]);
      this.wake();
    });
    for (const event of ['end', 'close', 'error']) {
      stream.on(event, () => {
        this.ended = true;
        this.wake();
      });
    }
  }

  /** Whether execd has its line. */
  get hasLine(): boolean {
    return firstLine(this.heard, this.ended) !== undefined;
  }

  /** The line that execd takes, with its newline; undefined if there is none. */
  line(): string | undefined {
    const line = firstLine(this.heard, this.ended);
    if (line) this.taken = line.length;
    return line?.toString();
  }

  /** What stands behind the line. */
  rest(): string {
    return this.heard.subarray(this.taken).toString();
  }

  all(): string {
    return this.heard.toString();
  }

  /** Resolves when something new was heard, or the stream has ended. */
  next(): Promise<void> {
    if (this.ended) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async end(): Promise<void> {
    while (!this.ended) await this.next();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
