import { describe, expect, it } from 'vitest';
import { fromPanel, toPanel } from './messages';

describe('messages from the panel', () => {
  const table: readonly (readonly [unknown, unknown])[] = [
    [{ type: 'ready' }, { type: 'ready' }],
    [{ type: 'cancel', extra: 1 }, { type: 'cancel' }],
    [{ type: 'sayExpected', words: 'x' }, { type: 'sayExpected' }],
    [
      { type: 'openLine', line: 41 },
      { type: 'openLine', line: 41 },
    ],
    [{ type: 'openLine', line: -1 }, undefined],
    [{ type: 'openLine', line: '3' }, undefined],
    [{ type: 'openLine' }, undefined],
    [
      { type: 'run', scenario: 'abort', stepping: true },
      { type: 'run', scenario: 'abort', stepping: true },
    ],
    [
      { type: 'run', scenario: 'add', stepping: 'yes' },
      { type: 'run', scenario: 'add', stepping: false },
    ],
    [{ type: 'run' }, undefined],
    [{ type: 'next' }, { type: 'next', toEnd: false }],
    [
      { type: 'fix', code: 'crlf' },
      { type: 'fix', code: 'crlf' },
    ],
    [{ type: 'explain', code: 7 }, undefined],
    [{ type: 'eval' }, undefined],
    ['ready', undefined],
    [null, undefined],
    [undefined, undefined],
  ];
  it.each(table)('%j → %j', (value, expected) => {
    expect(fromPanel(value)).toEqual(expected);
  });
});

describe('messages to the panel', () => {
  it('takes a state of a known kind only', () => {
    expect(toPanel({ type: 'state', state: { kind: 'stopped' } })).toBeDefined();
    expect(toPanel({ type: 'state', state: { kind: 'html' } })).toBeUndefined();
    expect(toPanel({ type: 'other', state: { kind: 'running' } })).toBeUndefined();
    expect(toPanel(undefined)).toBeUndefined();
  });
});
