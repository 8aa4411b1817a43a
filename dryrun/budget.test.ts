import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBudget } from './budget';
import { quietReport } from './for-tests';
import type { Effect, Report } from './report';

const MEGABYTE = 1_000_000;

const command = (what: string): Effect => ({ step: 'add', kind: 'command', what });
const bytes = (report: Report) => Buffer.byteLength(JSON.stringify(report));

const floods: readonly (readonly [title: string, report: Report])[] = [
  ['log', { ...quietReport, log: Array<string>(100_000).fill('blocked again') }],
  ['one line of the log', { ...quietReport, log: ['\u0001'.repeat(MEGABYTE)] }],
  ['effects', { ...quietReport, effects: Array<Effect>(60_000).fill(command('useradd x')) }],
  [
    'diffs',
    {
      ...quietReport,
      effects: Array<Effect>(200).fill({ ...command('/etc/x'), diff: '+x\n'.repeat(40_000) }),
    },
  ],
  [
    'stderr',
    {
      ...quietReport,
      steps: Array<Report['steps'][number]>(9).fill({
        ...{ step: 'add', at: 0, answer: null, exit: { code: 0, signal: null }, ms: 1 },
        stderr: '\u0001'.repeat(65_536),
      }),
    },
  ],
  [
    'lines',
    {
      ...quietReport,
      transcript: Array<Report['transcript'][number]>(20).fill({
        ...{ at: 0, from: 'script' },
        line: 'é'.repeat(65_536),
      }),
    },
  ],
];

describe('a report of at most a megabyte', () => {
  it.each(floods)('%s', (_title, report) => {
    const cut = inBudget(report);
    expect(bytes(cut)).toBeLessThan(MEGABYTE);
    expect(cut.whole).toBe(false);
  });

  it('names files whose diffs do not fit', () => {
    const long: Effect = { ...command('/etc/x'), diff: '+x\n'.repeat(30_000) };
    const { effects } = inBudget({ ...quietReport, effects: Array<Effect>(5).fill(long) });
    expect(effects.map(({ what, diff }) => [what, diff !== undefined])).toEqual([
      ['/etc/x', true],
      ['/etc/x', true],
      ['/etc/x', false],
      ['/etc/x', false],
      ['/etc/x', false],
    ]);
  });

  it('is what it was, where it is short', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (log, whats) => {
        const report = { ...quietReport, log, effects: whats.map(command) };
        expect(inBudget(report)).toEqual(report);
      }),
    );
  });
});
