import { describe, expect, it } from 'vitest';
import { eventFor } from './event';
import { accountAlert, sshAlert, virusAlert } from './fixtures/alert';
import { targets } from './target';

describe('the event as Wazuh 5.0 tells it', () => {
  it('has its fields at the top, and the rule under wazuh', () => {
    expect(eventFor('5.0', sshAlert)).toEqual({
      '@timestamp': '2026-03-01T10:15:30.123+0000',
      event: {
        original: 'Mar  1 10:15:30 web01 sshd[712]: Invalid user mallory from 203.0.113.7 port 51234',
      },
      source: { ip: '203.0.113.7', port: 51234 },
      user: { name: 'mallory' },
      wazuh: {
        agent: { id: '001', name: 'web01' },
        rule: { id: '5710', title: 'sshd: Attempt to login using a non-existent user', level: 5 },
      },
    });
  });

  it('is about the same targets', () => {
    const about = (alert: typeof sshAlert) =>
      targets(eventFor('5.0', alert)).map(({ path, value }) => [path, value]);
    expect(about(accountAlert)).toEqual([
      ['source.ip', '203.0.113.7'],
      ['user.name', 'alice'],
    ]);
    expect(about(virusAlert)).toEqual([['file.path', '/home/alice/Downloads/eicar.com']]);
  });

  it('stays as it is where it is in that form, and for 4.14', () => {
    const event = { source: { ip: '203.0.113.7' }, wazuh: { agent: { id: '001' } } };
    expect(eventFor('5.0', event)).toBe(event);
    expect(eventFor('4.14', sshAlert)).toBe(sshAlert);
  });
});
