/**
 * `passed`: what it should do was seen. `failed`: something wrong was seen. `not shown`: nothing was seen that speaks for
 * or against it.
 */
export type Verdict = 'passed' | 'failed' | 'not shown';

/** What came of a run, in one localised sentence or two: what was seen; where it was not shown, why, and what to do. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly why: string;
}

export function passed(why: string): Judgement {
  return { verdict: 'passed', why };
}

export function failed(why: string): Judgement {
  return { verdict: 'failed', why };
}

export function notShown(why: string): Judgement {
  return { verdict: 'not shown', why };
}
