/** How often a code was found, rightly or not. */
export interface Tally {
  readonly right: number;
  /** Found, and should not have been. */
  readonly wrong: number;
  /** Not found, and should have been. */
  readonly missed: number;
}

export const none: Tally = { right: 0, wrong: 0, missed: 0 };

/** What differs between the codes that were found and those that must be. */
export interface Difference {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** @param perhaps codes that count neither way */
export function compare(
  found: readonly string[],
  expected: readonly string[],
  perhaps: readonly string[],
): Difference {
  return {
    right: found.filter((code) => expected.includes(code)),
    wrong: found.filter((code) => !expected.includes(code) && !perhaps.includes(code)),
    missed: expected.filter((code) => !found.includes(code)),
  };
}

export function sum(tallies: Iterable<Tally>): Tally {
  return [...tallies].reduce(
    (all, { right, wrong, missed }) => ({
      right: all.right + right,
      wrong: all.wrong + wrong,
      missed: all.missed + missed,
    }),
    none,
  );
}

/** The share of what was found that is right; 1 where nothing was found. */
export function precision({ right, wrong }: Tally): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** The share of what is there that was found; 1 where nothing is there. */
export function recall({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
