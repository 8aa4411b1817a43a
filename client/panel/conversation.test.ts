import { describe, expect, it } from 'vitest';
import type { Effect, StepReport } from '../../dryrun';
import { conversation, type Told } from './conversation';

const alert = { rule: { id: '5712', level: 10 }, data: { srcip: '203.0.113.7' } };

function execd(at: number, command: string) {
  return { at, from: 'execd', line: JSON.stringify({ version: 1, command, parameters: { alert } }) } as const;
}

function keys(at: number, ...values: readonly string[]) {
  const line = JSON.stringify({ version: 1, command: 'check_keys', parameters: { keys: values } });
  return { at, from: 'script', line } as const;
}

function ended(step: StepReport['step'], code: number | null = 0, signal: string | null = null): StepReport {
  return { step, at: 0, answer: null, exit: { code, signal }, ms: 66, stderr: '' };
}

/** The rows as short lines: who says what, what is done, where the clock moves. */
function drawn(told: Partial<Told>): readonly string[] {
  const rows = conversation({ transcript: [], effects: [], steps: [], timeout: 0, ...told });
  return rows.map((row) => {
    if (row.kind === 'gap') return `~ ${row.text}`;
    if (row.kind === 'remark') return `# ${row.text}`;
    if (row.kind === 'note') return `${row.tone === 'bad' ? '! ' : '  '}${row.text}`;
    return `${row.at} ${row.from === 'execd' ? '→' : '←'} ${row.label}${row.tone === 'bad' ? ' !' : ''}`;
  });
}

describe('the conversation', () => {
  const effects: readonly Effect[] = [
    { step: 'add', kind: 'firewall', what: 'INPUT -j DROP', change: 'added' },
    { step: 'delete', kind: 'deleted', what: '/tmp/blocked' },
  ];

  it('tells a stateful run from add to delete', () => {
    const told = {
      transcript: [
        execd(0, 'add'),
        keys(38, '203.0.113.7'),
        execd(38, 'continue'),
        execd(601_066, 'delete'),
        keys(601_090, 'late'),
      ],
      effects,
      steps: [ended('add'), ended('delete')],
      timeout: 600,
    };
    expect(drawn(told)).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '38 ms ← check_keys ["203.0.113.7"]',
      '38 ms → continue',
      '  puts in INPUT -j DROP',
      '  exit 0, ran 66 ms',
      '~ clock moved 601 s forward',
      '+601 s → delete · rule 5712 · 203.0.113.7',
      '24 ms ← check_keys ["late"]',
      '  deletes /tmp/blocked',
      '  exit 0, ran 66 ms',
    ]);
  });

  it('counts from the first word, which comes a moment after the start', () => {
    expect(drawn({ transcript: [execd(76, 'add'), keys(110, 'a')] })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '34 ms ← check_keys ["a"]',
    ]);
  });

  it('shows what was said so far while the script runs', () => {
    expect(drawn({ transcript: [execd(0, 'add')], effects })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
    ]);
  });

  it('marks what is not check_keys, and an end by a signal', () => {
    const transcript = [execd(0, 'add'), { at: 10_004, from: 'script', line: 'hello' } as const];
    expect(drawn({ transcript, steps: [ended('add', null, 'SIGKILL')] })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '10.0 s ← hello !',
      '! ended with SIGKILL, ran 66 ms',
    ]);
    expect(drawn({ transcript: [execd(0, 'add')], steps: [ended('add', 3)] })).toContain(
      '! exit 3, ran 66 ms',
    );
  });

  it('says what execd would not have done, and does not blame the script for what execd does not read', () => {
    const transcript = [
      { ...execd(0, 'add'), note: 'stdin was closed' },
      keys(9, 'a'),
      { at: 10, from: 'script', line: 'done', note: 'not read' } as const,
    ];
    expect(drawn({ transcript })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '# stdin was closed',
      '9 ms ← check_keys ["a"]',
      '10 ms ← done',
      '# not read',
    ]);
  });

  it('tells the changes of a step once, when it is begun twice', () => {
    const transcript = [execd(0, 'add'), execd(90, 'add'), execd(95, 'abort')];
    expect(drawn({ transcript, effects, steps: [ended('add'), ended('add')] })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '  puts in INPUT -j DROP',
      '  exit 0, ran 66 ms',
      '+90 ms → add · rule 5712 · 203.0.113.7',
      '5 ms → abort',
      '  exit 0, ran 66 ms',
    ]);
  });

  it.each<readonly [Omit<Effect, 'step'>, string]>([
    [{ kind: 'created', what: '/f' }, 'creates /f'],
    [{ kind: 'changed', what: '/f' }, 'changes /f'],
    [{ kind: 'deleted', what: '/f' }, 'deletes /f'],
    [{ kind: 'firewall', what: '-j DROP', change: 'removed' }, 'takes out -j DROP'],
    [{ kind: 'account', what: 'eve: locked', change: 'added' }, 'eve: locked'],
    [{ kind: 'account', what: 'eve: locked', change: 'removed' }, 'takes back eve: locked'],
    [{ kind: 'process', what: 'sleep 9', change: 'added' }, 'leaves running sleep 9'],
    [{ kind: 'process', what: 'sleep 9', change: 'removed' }, 'ends sleep 9'],
    [{ kind: 'command', what: 'curl x' }, 'runs curl x'],
  ])('tells %j in words', (effect, words) => {
    const told = { transcript: [execd(0, 'add')], effects: [{ ...effect, step: 'add' } as const] };
    expect(drawn({ ...told, steps: [ended('add')] })[1]).toBe(`  ${words}`);
  });

  it('sums up a long list of changes', () => {
    const many = Array.from(
      { length: 7 },
      (_, n): Effect => ({ step: 'add', kind: 'created', what: `/f${n}` }),
    );
    const rows = drawn({ transcript: [execd(0, 'add')], effects: many, steps: [ended('add')] });
    expect(rows.slice(1)).toEqual([
      '  creates /f0',
      '  creates /f1',
      '  creates /f2',
      '  and 4 more',
      '  exit 0, ran 66 ms',
    ]);
  });

  it('speaks the words of 5.0', () => {
    const flat = { 'source.ip': '203.0.113.9', rule: { id: '5712' } };
    const line = JSON.stringify({ command: 'enable', parameters: { alert: flat } });
    expect(drawn({ transcript: [{ at: 0, from: 'execd', line }] })).toEqual([
      '0 ms → enable · rule 5712 · 203.0.113.9',
    ]);
  });

  it('keeps a line that is no JSON object as it is', () => {
    for (const line of ['', 'null', '[1]', '{"command":'])
      expect(
        conversation({
          transcript: [{ at: 0, from: 'script', line }],
          effects: [],
          steps: [],
          timeout: 0,
        }),
      ).toMatchObject([{ label: line, tone: 'bad' }]);
  });
});
