import { describe, expect, it } from 'vitest';
import type { Effect, Report } from '../../dryrun';
import { quietReport } from '../../dryrun/for-tests';
import { effectGroups } from './effects';
import { finished, firstSentence, running, stopped } from './state-of';

const trial = {
  subject: {
    script: 'block-ip.py',
    facts: 'stateful · 600 s',
    alert: 'Rule 5712',
    scenarios: [],
    scenario: '',
  },
  timeout: 600,
};

const report: Report = {
  ...quietReport,
  ...{ script: '/w/block-ip.py', scenario: 'add-delete', ms: 412 },
};

describe('the verdict', () => {
  const finding = { code: 'slow', message: 'Slow.', evidence: '', seen: 'in a run' } as const;
  it.each([
    ['Passed', 'good', {}],
    ['Passed · 1 finding', 'good', { findings: [finding] }],
    ['Failed', 'bad', { verdict: 'failed' }],
    ['Failed · 2 findings', 'bad', { verdict: 'failed', findings: [finding, finding] }],
    ['Not shown', 'open', { verdict: 'not shown', why: 'jq is missing.' }],
  ] as const)('%s', (text, tone, change) => {
    expect(finished(trial, { ...report, ...change })).toMatchObject({ verdict: { text, tone } });
  });

  it.each([
    [{}, 'blocks the address (as seen in the plain run).', 'It did this.', 'Nothing wrong was found.'],
    [
      { verdict: 'failed', expectedFrom: 'script', why: 'Nothing was done.' },
      'blocks the address (as its comment says).',
      'Nothing was done.',
      'Nothing else.',
    ],
    // What a finding says is not said twice.
    [{ verdict: 'failed', why: 'Slow.', findings: [finding] }, 'blocks the address', '', ''],
    [
      { verdict: 'not shown', expectedFrom: 'given', why: 'jq is not on this machine. Install it.' },
      'blocks the address (as you said).',
      'jq is not on this machine. Install it.',
      'and nothing right either',
    ],
    [{ verdict: 'not shown', expected: null, expectedFrom: null }, 'is not known', 'It did this.', ''],
  ] as const)('says what it is measured by, and what was seen: %j', (change, expected, why, none) => {
    const state = finished(trial, { ...report, ...change });
    expect(state).toMatchObject({
      judged: { expected: expect.stringContaining(expected), why, open: state.verdict.tone === 'open' },
      noFindings: expect.stringContaining(none),
    });
  });

  it('says of a script for another system that it was not run, and why beside its findings', () => {
    const finding = { code: 'x', message: 'X.', evidence: 'x', seen: 'in the text' } as const;
    const state = finished(trial, {
      ...report,
      ...{ sandbox: 'not run', verdict: 'not shown', why: 'It is for Windows.', findings: [finding] },
    });
    expect(state).toMatchObject({
      sandbox: { text: 'Not run' },
      judged: { why: 'It is for Windows.', open: true },
    });
  });

  it('never calls a run without a sandbox one', () => {
    const state = finished(trial, { ...report, sandbox: 'none' });
    expect(state).toMatchObject({ sandbox: { text: 'Not a sandbox', tone: 'warn' } });
  });

  it('says that it runs, and why it stopped', () => {
    expect(running(trial, [])).toMatchObject({ kind: 'running', verdict: { text: 'Running…' } });
    expect(stopped(trial, 'failed', 'No such file.', [])).toMatchObject({
      verdict: { text: 'Could not run', tone: 'warn' },
      reason: 'No such file.',
    });
  });
});

describe('a finding', () => {
  it('leads to its line, counted from 1 for people', () => {
    const state = finished(trial, {
      ...report,
      findings: [
        {
          code: 'weak-key',
          message: 'The key is the rule. Use the address.',
          evidence: '["5710"]',
          line: 40,
          seen: 'in a run',
        },
      ],
    });
    expect(state.kind === 'finished' && state.findings).toEqual([
      {
        code: 'weak-key',
        title: 'The key is the rule.',
        rest: 'Use the address.',
        evidence: '["5710"]',
        seen: 'seen in the run',
        place: { line: 40, text: 'Line 41' },
        fix: undefined,
      },
    ]);
  });

  it.each([
    ['One sentence.', 'One sentence.', ''],
    ['Reads a.b.c to its end. Then waits.', 'Reads a.b.c to its end.', 'Then waits.'],
    ['No end', 'No end', ''],
    ['', '', ''],
  ])('%j is cut behind its first sentence', (message, title, rest) => {
    expect(firstSentence(message)).toEqual({ title, rest });
  });
});

describe('what was written to standard error', () => {
  it('is told for all steps together', () => {
    const step = { step: 'add', at: 0, answer: null, exit: { code: 0, signal: null }, ms: 1 } as const;
    const steps = [
      { ...step, stderr: 'one\ntwo\n' },
      { ...step, stderr: '' },
      { ...step, stderr: 'three' },
    ];
    expect(finished(trial, { ...report, steps })).toMatchObject({ errors: 'one\ntwo\nthree' });
  });
});

describe('a list of changes that is cut short', () => {
  it('says so', () => {
    expect(finished(trial, report)).toMatchObject({ incomplete: '' });
    expect(finished(trial, { ...report, whole: false })).toMatchObject({
      incomplete: expect.stringMatching('missing'),
    });
  });
});

describe('the fate of a change', () => {
  const file: Effect = { step: 'add', kind: 'created', what: '/f' };
  const rule: Effect = { step: 'add', kind: 'firewall', what: 'DROP', change: 'added' };
  const command: Effect = { step: 'add', kind: 'command', what: 'iptables' };
  const line: Effect = { step: 'add', kind: 'changed', what: '/d', diff: '--- /d\n+++ /d\n@@ @@\n a\n+b' };
  const gone: Effect = { step: 'delete', kind: 'deleted', what: '/f' };
  const out: Effect = { step: 'delete', kind: 'firewall', what: 'DROP', change: 'removed' };
  const again: Effect = { step: 'delete', kind: 'firewall', what: 'DROP', change: 'added' };
  const back: Effect = { step: 'delete', kind: 'changed', what: '/d', diff: '--- /d\n+++ /d\n@@ @@\n a\n-b' };
  const more: Effect = { step: 'delete', kind: 'changed', what: '/d', diff: '--- /d\n+++ /d\n@@ @@\n a\n+c' };

  it.each<readonly [string, boolean | null, readonly Effect[], readonly (string | undefined)[]]>([
    ['a file that is deleted again', true, [file, gone], ['taken back', undefined]],
    ['a rule that goes again', true, [rule, out], ['taken back', undefined]],
    ['a rule that is put in twice', false, [rule, again], ['left behind', undefined]],
    ['a line that is taken out again', true, [line, back], ['taken back', undefined]],
    ['a file that is changed in another way', false, [line, more], ['left behind', undefined]],
    ['one of two', false, [file, rule, gone], ['taken back', 'left behind', undefined]],
    ['a scratch file that nobody minds', true, [rule, file, out], ['taken back', undefined, undefined]],
    ['what nothing had to take back', null, [file], [undefined]],
    ['a command, which leaves nothing by itself', false, [command], [undefined]],
  ])('%s', (_, reverted, effects, expected) => {
    const rows = effectGroups({ effects, reverted }).flatMap((group) => group.rows);
    expect(rows.map((row) => row.outcome?.text)).toEqual(expected);
  });

  it('is told by step, and a step without changes is left out', () => {
    const groups = effectGroups({ effects: [gone], reverted: null });
    expect(groups.map(({ heading }) => heading)).toEqual(['On delete']);
  });

  it.each<readonly [Effect, string]>([
    [file, '+ file created'],
    [gone, '− file deleted'],
    [line, '~ file changed'],
    [rule, '+ firewall rule'],
    [out, '− firewall rule gone'],
    [command, '› command'],
    [{ step: 'add', kind: 'account', what: 'eve', change: 'removed' }, '− account restored'],
    [{ step: 'add', kind: 'process', what: 'sleep', change: 'added' }, '+ still running'],
  ])('%j is called %s', (effect, words) => {
    const [row] = effectGroups({ effects: [effect], reverted: null })[0]?.rows ?? [];
    expect(`${row?.symbol} ${row?.kind}`).toBe(words);
  });

  it('shows new permissions', () => {
    const effect: Effect = { ...line, mode: { from: '0644', to: '0755' } };
    expect(effectGroups({ effects: [effect], reverted: null })[0]?.rows[0]?.mode).toBe('0644 → 0755');
  });
});
