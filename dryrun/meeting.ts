/** Where several starts of a script wait for one another: until each has come, or has left without coming. */
export class Meeting {
  private readonly waiting: (() => void)[] = [];
  private left = 0;

  /** @param expected how many there are */
  constructor(private readonly expected: number) {}

  /** Resolves when everybody is there who will come. */
  everybody(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.check();
    });
  }

  /** Somebody has ended: nobody waits for it any longer. */
  leave(): void {
    this.left++;
    this.check();
  }

  private check(): void {
    if (this.waiting.length + this.left < this.expected) return;
    for (const resolve of this.waiting) resolve();
  }
}
