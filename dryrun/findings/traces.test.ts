import { expect, it } from 'vitest';
import { copiesAlert } from './traces';

const alert = {
  id: '1.2',
  rule: { id: '5710', description: 'x' },
  agent: { id: '001' },
  data: { srcip: '203.0.113.7' },
};

it.each([
  ['the alert', JSON.stringify(alert), true],
  ['the alert, as a person reads it', JSON.stringify(alert, undefined, 2), true],
  ['the alert in its message, behind a time', `2026 ${JSON.stringify({ parameters: { alert } })}`, true],
  ['a log line about it', 'rule 5710: blocked 203.0.113.7', false],
  ['a record of its own', JSON.stringify({ rule: '5710', srcip: '203.0.113.7' }), false],
  ['a line of hosts.deny', 'ALL: 203.0.113.7', false],
])('%s', (_, text, expected) => {
  expect(copiesAlert(text)).toBe(expected);
});
