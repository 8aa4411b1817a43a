/** Where a run waits for the user before each act, until they go on. */
export class Steps {
  #goOn: (() => void) | undefined;
  #toEnd = false;

  /** @param held called when the run begins to wait, with what comes next in words; without words when it goes on */
  constructor(private readonly held: (next: string | undefined) => void) {}

  /** Waits for the user. Resolves at once where they have said that they want to see the end. */
  async wait(next: string): Promise<void> {
    if (this.#toEnd) return;
    this.held(next);
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
    });
    this.held(undefined);
  }

  /** Goes on with the next act; `toEnd`: and does not wait again. */
  next(toEnd: boolean): void {
    this.#toEnd ||= toEnd;
    this.#goOn?.();
  }
}
