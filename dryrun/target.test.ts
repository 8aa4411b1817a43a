import { describe, expect, it } from 'vitest';
import { accountAlert, sshAlert, virusAlert } from './fixtures/alert';
import { withoutTargets } from './scenarios/change';
import { followed, otherTarget, targets } from './target';

describe('targets of an alert', () => {
  it('are addresses, accounts and files, and nothing that tells of the rule or the agent', () => {
    expect(targets(sshAlert)).toEqual([
      { kind: 'address', path: 'data.srcip', value: '203.0.113.7' },
      { kind: 'user', path: 'data.srcuser', value: 'mallory' },
    ]);
    expect(targets(virusAlert)).toEqual([
      { kind: 'file', path: 'data.virustotal.source.file', value: '/home/alice/Downloads/eicar.com' },
    ]);
  });

  it('are numbers of processes, where the kernel can have given them to programs', () => {
    const audit = { pid: '24990', ppid: '1', id: '4711', a0: '24990' };
    expect(targets({ data: { audit }, syscheck: { audit: { process: { id: '24988' } } } })).toEqual([
      { kind: 'process', path: 'data.audit.pid', value: '24990' },
      { kind: 'process', path: 'syscheck.audit.process.id', value: '24988' },
    ]);
    expect(targets({ data: { win: { eventdata: { processId: '7316' } } } })).toEqual([]);
  });

  const none = ['443', '/', 'relative/path', '/etc/../shadow', '/dev/sda1', 'example.com', '', 'a b'];
  for (const value of none) {
    it(`are not ${JSON.stringify(value)}`, () => expect(targets({ data: { value } })).toEqual([]));
  }
});

describe('the same alert about another target', () => {
  it('changes every mention and nothing else', () => {
    const other = otherTarget(sshAlert);
    expect(other).toEqual({
      ...sshAlert,
      full_log: 'Mar  1 10:15:30 web01 sshd[712]: Invalid user bob from 198.51.100.77 port 51234',
      data: { srcip: '198.51.100.77', srcport: '51234', srcuser: 'bob' },
    });
  });

  it('is about something else for each kind', () => {
    expect(otherTarget(accountAlert)?.data).toEqual({ srcip: '198.51.100.77', dstuser: 'bob' });
    expect(targets(otherTarget(virusAlert) ?? {})[0]?.value).toBe('/home/alice/Downloads/eicar-other.com');
    expect(otherTarget({ data: { srcip: '2001:db8::1' } })).toEqual({ data: { srcip: '2001:db8::beef' } });
    expect(otherTarget({ data: { srcip: '198.51.100.77' } })).toEqual({ data: { srcip: '198.51.100.78' } });
  });

  it('is about another process, and leaves alone what has its number in it', () => {
    expect(otherTarget({ full_log: 'pid=400 at 14004.400', data: { audit: { pid: '400' } } })).toEqual({
      full_log: 'pid=10407 at 14004.400',
      data: { audit: { pid: '10407' } },
    });
  });

  it('cannot be made of an alert without one', () => {
    expect(otherTarget({ rule: { id: '502' }, full_log: 'ossec: Manager started.' })).toBeUndefined();
  });
});

describe('the words of extra_args', () => {
  const words = ['-n', '203.0.113.7', '/usr/local/bin'];

  it('follow the target of the alert that they name', () => {
    const other = otherTarget(sshAlert) ?? {};
    expect(followed(words, sshAlert, other)).toEqual(['-n', '198.51.100.77', '/usr/local/bin']);
  });

  it('are not there where the alert has no target', () => {
    expect(followed(words, sshAlert, withoutTargets(sshAlert))).toEqual(['-n', '/usr/local/bin']);
  });
});
