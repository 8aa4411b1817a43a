/**
 * The clock that execd and the script go by: it runs with the real one, is moved forward where nobody wants to wait, and
 * stands still while the dry run itself is at work, or its user thinks.
 */
export class Clock {
  /** The real time that counts as zero, in ms. */
  #zero: number;
  /** How many are at work just now, and since when the clock stands. */
  #atWork = 0;
  #stood = 0;

  /** @param now real time in ms */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.#zero = now();
  }

  /** ms since the clock was made. */
  get ms(): number {
    return Math.round((this.#atWork > 0 ? this.#stood : this.now()) - this.#zero);
  }

  /** Moves the clock forward to a moment, in ms; not back. */
  moveTo(ms: number): void {
    this.#zero -= Math.max(0, ms - this.ms);
  }

  /** Does something while the clock stands still. */
  async still<T>(work: () => Promise<T>): Promise<T> {
    if (this.#atWork++ === 0) this.#stood = this.now();
    try {
      return await work();
    } finally {
      if (--this.#atWork === 0) this.#zero += this.now() - this.#stood;
    }
  }
}
