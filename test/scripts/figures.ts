import type { Expectation } from './expectation';
import { compare, none, precision, recall, sum, type Tally } from './score';
import type { Tried } from './trying';

/** Where a finding was seen. */
type Place = 'in the text' | 'in a run' | 'in either';

/** What was found in a set of scripts, against what was to be found. */
export class Figures {
  /** By `code, place`. */
  readonly #tallies = new Map<string, Tally>();
  /** Each code of each script counted once, wherever it was seen. */
  readonly #codes = new Map<string, Tally>();
  #unblamed = 0;
  #faultless = 0;

  /** @returns a line for each disagreement, and the remarks of the runs below */
  add(expectation: Expectation, tried: Tried): readonly string[] {
    const { script, sample, text = [], run = [], either = [], perhaps = [] } = expectation;
    const anywhere = [...new Set([...tried.text, ...tried.run])];
    const expected = [...new Set([...text, ...run, ...either])];
    const places: readonly (readonly [Place, ReturnType<typeof compare>])[] = [
      // What may be seen in either is not wrong in one of the two.
      ['in the text', compare(tried.text, text, [...perhaps, ...either])],
      ['in a run', compare(tried.run, run, [...perhaps, ...either])],
      ['in either', { ...compare(anywhere, either, []), wrong: [] }],
    ];
    const lines: string[] = [];
    for (const [place, difference] of places) {
      count(this.#tallies, difference, (code) => `${code.padEnd(26)}${place}`);
      for (const code of difference.wrong)
        lines.push(`${script} (${sample}): ${code} ${place} is not to be found`);
      for (const code of difference.missed)
        lines.push(`${script} (${sample}): ${code} ${place} was not found`);
    }
    const difference = compare(anywhere, expected, perhaps);
    count(this.#codes, difference, (code) => `${code.padEnd(26)}anywhere`);
    if (expected.length === 0) {
      this.#faultless += 1;
      if (difference.wrong.length === 0) this.#unblamed += 1;
    }
    if (lines.length > 0) lines.push(...tried.remarks.map((remark) => `    ${remark}`));
    return lines;
  }

  /** Everything as a table. */
  lines(): readonly string[] {
    const rows = (tallies: ReadonlyMap<string, Tally>) =>
      [...tallies]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([name, tally]) => row(name, tally));
    return [
      `${'finding'.padEnd(26)}${'seen'.padEnd(14)}precision recall`,
      ...rows(this.#tallies),
      row('all', this.#all),
      '',
      ...rows(this.#codes),
      row('script × code', sum(this.#codes.values())),
      `${this.#unblamed} of ${this.#faultless} right scripts are blamed for nothing`,
    ];
  }

  /** Whether of each finding, and of all together, this share of what was found is right, and of what is there is found. */
  reach(least: number): boolean {
    return [...this.#tallies.values(), this.#all].every(
      (tally) => precision(tally) >= least && recall(tally) >= least,
    );
  }

  /** Whether of all together this share of what was found is right, and of what is there is found. */
  holds(least: number): boolean {
    return precision(this.#all) >= least && recall(this.#all) >= least;
  }

  get #all(): Tally {
    return sum(this.#tallies.values());
  }
}

function count(
  tallies: Map<string, Tally>,
  difference: ReturnType<typeof compare>,
  name: (code: string) => string,
): void {
  for (const kind of ['right', 'wrong', 'missed'] as const)
    for (const code of difference[kind]) {
      const tally = tallies.get(name(code)) ?? none;
      tallies.set(name(code), { ...tally, [kind]: tally[kind] + 1 });
    }
}

function row(name: string, tally: Tally): string {
  const { right, wrong, missed } = tally;
  const shares = `${precision(tally).toFixed(2)}   ${recall(tally).toFixed(2)}`;
  return `${name.padEnd(40)}${shares}   ${right} right, ${wrong} wrong, ${missed} missed`;
}
