/** Time of the processor that `work` takes in this process, in ms: other programs on the machine do not count. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What grows with the square of the length comes to eight. */
export const acceptableGrowth = 4;

/**
 * How many times as long `work` takes for each character of a text that is eight times as long: a text of `length`
 * characters and more, made of one piece. Measured anew while it looks bad: on a busy machine a single measurement
 * says little, but what grows with the square never looks good.
 */
export function growth(work: (text: string) => void, piece: string, length: number): number {
  const time = (characters: number) => {
    const text = piece.repeat(Math.ceil(characters / piece.length));
    return cpuTime(() => work(text)) / text.length;
  };
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && best > acceptableGrowth; attempt++) {
    best = Math.min(best, time(8 * length) / time(length));
  }
  return best;
}
