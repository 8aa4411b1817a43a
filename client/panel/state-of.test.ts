import { describe, expect, it } from 'vitest';
import type { Effect, Report } from '../../dryrun';
import { effectGroups } from './effects';
import { finished, firstSentence, running, stopped } from './state-of';

const trial = {
  subject: { script: 'block-ip.py', facts: 'stateful · 600 s', alert: 'Rule 5712' },
  timeout: 600,
};

const report: Report = {
  script: '/w/block-ip.py',
  scenario: 'add-delete',
  sandbox: 'overlay',
  verdict: 'passed',
  transcript: [],
  effects: [],
  reverted: null,
  findings: [],
  log: [],
  exit: { code: 0, signal: null },
  ms: 412,
};

describe('the verdict', () => {
  const finding = { code: 'slow', message: 'Slow.', evidence: '', seen: 'in a run' } as const;
  it.each([
    ['Passed', 'good', {}],
    ['Passed · 1 finding', 'good', { findings: [finding] }],
    ['Failed', 'bad', { verdict: 'failed' }],
    ['Failed · 2 findings', 'bad', { verdict: 'failed', findings: [finding, finding] }],
  ] as const)('%s', (text, tone, change) => {
    expect(finished(trial, { ...report, ...change })).toMatchObject({ verdict: { text, tone } });
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

describe('the fate of a change', () => {
  const file: Effect = { step: 'add', kind: 'created', what: '/f' };
  const rule: Effect = { step: 'add', kind: 'firewall', what: 'DROP' };
  const command: Effect = { step: 'add', kind: 'command', what: 'iptables' };
  const log: Effect = { step: 'add', kind: 'changed', what: '/var/ossec/logs/active-responses.log' };
  const undo: Effect = { step: 'delete', kind: 'deleted', what: '/f' };

  it.each<readonly [string, boolean | null, readonly Effect[], readonly (string | undefined)[]]>([
    ['all is taken back', true, [file, rule], ['taken back', 'taken back']],
    ['some is left behind', false, [file, rule, undo], ['taken back', 'left behind', undefined]],
    ['nothing had to be', null, [file], [undefined]],
    ['a command leaves nothing by itself', false, [command], [undefined]],
    ['the log is to be written', true, [log], ['expected']],
  ])('%s', (_, reverted, effects, expected) => {
    const rows = effectGroups({ effects, reverted }).flatMap((group) => group.rows);
    expect(rows.map((row) => row.outcome?.text)).toEqual(expected);
  });

  it('is told by step, and a step without changes is left out', () => {
    expect(effectGroups({ effects: [undo], reverted: null }).map(({ heading }) => heading)).toEqual([
      'On delete',
    ]);
  });
});
