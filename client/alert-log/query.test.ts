import { describe, expect, it } from 'vitest';
import { fitting, readQuery } from './query';

const line = JSON.stringify({
  rule: { id: '5712', level: 10, description: 'SSH brute force' },
  agent: { id: '004', name: 'web-01' },
  data: { srcip: '203.0.113.7', url: '/a?b=(1)' },
});

describe('looking for an alert', () => {
  it.each([
    ['', true],
    ['brute', true],
    ['BRUTE force', true],
    ['brute farce', false],
    ['203.0.113.7', true],
    // A dot is a dot.
    ['203x0x113x7', false],
    ['b=(1)', true],
    ['rule:5712', true],
    ['rule:571', false],
    ['rule:', true],
    ['agent:WEB', true],
    ['agent:004', true],
    ['agent:db', false],
    ['level:10', true],
    ['level:11', false],
    ['rule:5712 agent:web level:3 ssh', true],
    ['rule:5712 agent:db', false],
  ])('%j: %s', (query, found) => {
    expect(fitting(line, readQuery(query)) !== undefined).toBe(found);
  });

  it.each(['', 'no JSON', '{"a":1}', '{"rule":'])('takes %j for no alert', (text) => {
    expect(fitting(text, readQuery(''))).toBeUndefined();
  });
});
