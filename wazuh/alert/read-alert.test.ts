import { describe, expect, it } from 'vitest';
import { readAlert } from './read-alert';

const alert = { rule: { id: '5712' }, data: { srcip: '203.0.113.7' } };

describe('an alert is read', () => {
  it.each([
    ['by itself', alert],
    ["from execd's message", { version: 1, command: 'add', parameters: { extra_args: [], alert } }],
    ['from a hit of the indexer', { _index: 'wazuh-alerts-4.x', _source: alert }],
  ])('%s', (_, value) => {
    expect(readAlert(JSON.stringify(value))).toEqual({ kind: 'alert', alert });
  });

  it.each(['', '{', '[]', 'null', '"rule"', '{}', '{"rule":5712}', '{"parameters":{"alert":{}}}'])(
    'not from %j, and it is said why',
    (text) => {
      expect(readAlert(text)).toEqual({ kind: 'problem', reason: expect.stringMatching(/\w/) });
    },
  );
});
