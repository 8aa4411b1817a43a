import type { Report } from './report';

/** A report of a run in which nothing happened. */
export const quietReport: Report = {
  script: '/site/x.py',
  scenario: 'add',
  sandbox: 'overlay',
  verdict: 'passed',
  expected: 'blocks the address',
  expectedFrom: 'run',
  why: 'It did this.',
  transcript: [],
  steps: [],
  effects: [],
  reverted: null,
  proof: { kind: 'none', reason: 'It was not tried.' },
  findings: [],
  log: [],
  exit: { code: 0, signal: null },
  lent: [],
  whole: true,
  ms: 12,
};
