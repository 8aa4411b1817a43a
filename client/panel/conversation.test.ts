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

function ended(
  step: StepReport['step'],
  at: number,
  code: number | null = 0,
  signal: string | null = null,
): StepReport {
  return { step, at, answer: null, exit: { code, signal }, ms: 66, stderr: '' };
}

/** The rows as short lines: who says what, how each start ends, where the clock moves. */
function drawn(told: Partial<Told>): readonly string[] {
  const rows = conversation({ transcript: [], effects: [], steps: [], timeout: 0, ...told });
  return rows.map((row) => {
    if (row.kind === 'gap') return `~ ${row.text}`;
    if (row.kind === 'remark') return `# ${row.text}`;
    if (row.kind === 'held') return `? ${row.text}`;
    if (row.kind === 'end')
      return `${row.at} ${row.tone === 'bad' ? '!' : '='} ${row.exit}; ${row.did ?? '-'}`.trim();
    return `${row.at} ${row.from === 'execd' ? '→' : '←'} ${row.label}${row.tone === 'bad' ? ' !' : ''}`;
  });
}

describe('the conversation', () => {
  const effects: readonly Effect[] = [
    { step: 'add', kind: 'firewall', what: 'INPUT -j DROP', change: 'added' },
    { step: 'delete', kind: 'deleted', what: '/tmp/blocked' },
  ];
  const stateful = [
    execd(3, 'add'),
    keys(41, '203.0.113.7'),
    execd(41, 'continue'),
    execd(601_066, 'delete'),
    keys(601_090, 'late'),
  ];

  it('tells a stateful run from add to delete, by one clock', () => {
    const steps = [ended('add', 3), ended('delete', 601_066)];
    expect(drawn({ transcript: stateful, effects, steps, timeout: 600 })).toEqual([
      '0.003 s → add · rule 5712 · 203.0.113.7',
      '0.041 s ← check_keys ["203.0.113.7"]',
      '0.041 s → continue',
      '0.069 s = exit 0 after 66 ms; puts in INPUT -j DROP',
      '~ clock moved 601 s forward',
      '601.066 s → delete · rule 5712 · 203.0.113.7',
      '601.090 s ← check_keys ["late"]',
      '601.132 s = exit 0 after 66 ms; deletes /tmp/blocked',
    ]);
  });

  it('only ever grows at its end while the script runs, and keeps its rows when it is over', () => {
    const kinds = (told: Partial<Told>) =>
      conversation({ transcript: stateful, effects: [], steps: [], timeout: 600, ...told }).map(
        ({ kind }) => kind,
      );
    const over = kinds({ effects, steps: [ended('add', 3), ended('delete', 601_066)] });
    for (let heard = 0; heard <= stateful.length; heard++) {
      const soFar = kinds({ transcript: stateful.slice(0, heard) });
      expect(over.slice(0, soFar.length)).toEqual(soFar);
    }
    expect(drawn({ transcript: stateful, timeout: 600 })[3]).toBe('= ;');
  });

  it('marks what is not check_keys, and an end by a signal', () => {
    const transcript = [execd(0, 'add'), { at: 10_004, from: 'script', line: 'hello' } as const];
    expect(drawn({ transcript, steps: [ended('add', 0, null, 'SIGKILL')] })).toEqual([
      '0.000 s → add · rule 5712 · 203.0.113.7',
      '10.004 s ← hello !',
      '0.066 s ! ended with SIGKILL after 66 ms; changes nothing',
    ]);
    expect(drawn({ transcript: [execd(0, 'add')], steps: [ended('add', 0, 3)] })).toContain(
      '0.066 s ! exit 3 after 66 ms; changes nothing',
    );
  });

  it('says what execd would not have done, and does not blame the script for what execd does not read', () => {
    const transcript = [
      { ...execd(0, 'add'), note: 'stdin was closed' },
      keys(9, 'a'),
      { at: 10, from: 'script', line: 'done', note: 'not read' } as const,
    ];
    expect(drawn({ transcript })).toEqual([
      '0.000 s → add · rule 5712 · 203.0.113.7',
      '# stdin was closed',
      '0.009 s ← check_keys ["a"]',
      '0.010 s ← done',
      '# not read',
    ]);
  });

  it('tells the changes of a step once, when it is begun twice', () => {
    const transcript = [execd(0, 'add'), execd(90, 'add'), execd(95, 'abort')];
    expect(drawn({ transcript, effects, steps: [ended('add', 0), ended('add', 90)] })).toEqual([
      '0.000 s → add · rule 5712 · 203.0.113.7',
      '0.066 s = exit 0 after 66 ms; puts in INPUT -j DROP',
      '0.090 s → add · rule 5712 · 203.0.113.7',
      '0.095 s → abort',
      '0.156 s = exit 0 after 66 ms; -',
    ]);
  });

  it('speaks the words of 5.0', () => {
    const flat = { 'source.ip': '203.0.113.9', rule: { id: '5712' } };
    const line = JSON.stringify({ command: 'enable', parameters: { alert: flat } });
    expect(drawn({ transcript: [{ at: 0, from: 'execd', line }] })).toEqual([
      '0.000 s → enable · rule 5712 · 203.0.113.9',
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

  it('takes for a start whatever execd sends that is no answer', () => {
    const transcript = [{ at: 0, from: 'execd', line: '' } as const, execd(50, 'add')];
    expect(drawn({ transcript })).toEqual([
      '0.000 s → an empty line',
      '= ;',
      '0.050 s → add · rule 5712 · 203.0.113.7',
    ]);
  });
});
