import { describe, expect, it } from 'vitest';
import type { Effect } from '../../dryrun';
import { conversation, type Told } from './conversation';

const alert = { rule: { id: '5712', level: 10 }, data: { srcip: '203.0.113.7' } };

function execd(at: number, command: string) {
  return { at, from: 'execd', line: JSON.stringify({ version: 1, command, parameters: { alert } }) } as const;
}

function keys(at: number, ...values: readonly string[]) {
  const line = JSON.stringify({ version: 1, command: 'check_keys', parameters: { keys: values } });
  return { at, from: 'script', line } as const;
}

/** The rows as short lines: who says what, what is done, where the clock moves. */
function drawn(told: Partial<Told>): readonly string[] {
  const rows = conversation({ transcript: [], effects: [], exit: undefined, timeout: 0, ...told });
  return rows.map((row) => {
    if (row.kind === 'gap') return `~ ${row.text}`;
    if (row.kind === 'note') return `${row.tone === 'bad' ? '! ' : '  '}${row.text}`;
    return `${row.at} ${row.from === 'execd' ? '→' : '←'} ${row.label}${row.tone === 'bad' ? ' !' : ''}`;
  });
}

describe('the conversation', () => {
  const effects: readonly Effect[] = [
    { step: 'add', kind: 'firewall', what: 'INPUT -j DROP' },
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
      exit: { code: 0, signal: null },
      timeout: 600,
    };
    expect(drawn(told)).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '38 ms ← check_keys ["203.0.113.7"]',
      '38 ms → continue',
      '  INPUT -j DROP',
      '~ clock moved 601 s forward',
      '+601 s → delete · rule 5712 · 203.0.113.7',
      '24 ms ← check_keys ["late"]',
      '  deletes /tmp/blocked',
      '  exit 0',
    ]);
  });

  it('shows what was said so far while the script runs', () => {
    expect(drawn({ transcript: [execd(0, 'add')], effects })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
    ]);
  });

  it('marks what is not check_keys, and an end by a signal', () => {
    const transcript = [execd(0, 'add'), { at: 10_004, from: 'script', line: 'hello' } as const];
    expect(drawn({ transcript, exit: { code: null, signal: 'SIGKILL' } })).toEqual([
      '0 ms → add · rule 5712 · 203.0.113.7',
      '10.0 s ← hello !',
      '! ended with SIGKILL',
    ]);
    expect(drawn({ transcript: [execd(0, 'add')], exit: { code: 3, signal: null } })).toContain('! exit 3');
  });

  it('sums up a long list of changes', () => {
    const many = Array.from(
      { length: 7 },
      (_, n): Effect => ({ step: 'add', kind: 'created', what: `/f${n}` }),
    );
    const rows = drawn({ transcript: [execd(0, 'add')], effects: many, exit: { code: 0, signal: null } });
    expect(rows.slice(1)).toEqual([
      '  creates /f0',
      '  creates /f1',
      '  creates /f2',
      '  and 4 more',
      '  exit 0',
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
          exit: undefined,
          timeout: 0,
        }),
      ).toMatchObject([{ label: line, tone: 'bad' }]);
  });
});
