import { describe, expect, it } from 'vitest';
import { isFiltered, isLetThrough } from './let-through';

describe('what analysisd starts a response for', () => {
  it.each<[path: string, value: string, isStarted: boolean]>([
    ['data.srcip', '203.0.113.7', true],
    ['data.srcip', '::ffff:203.0.113.7', true],
    ['data.srcip', 'mail_1.example.org', true],
    ['data.srcip', '--flush', true],
    ['data.srcip', '', true],
    ['data.srcip', '203.0.113.7;reboot', false],
    ['data.srcip', '203.0.113.7\n', false],
    ['data.srcip', '../etc', false],
    ['data.srcip', '10.0.0.0/8', false],
    ['data.dstuser', 'eve@example.org', true],
    ['data.dstuser', 'DOMAIN\\eve', false],
    ['data.dstuser', '$(reboot)', false],
    ['data.srcuser', '$(reboot)', true],
    ['data.dstip', '$(reboot)', true],
    ['data.win.eventdata.ipAddress', '$(reboot)', true],
    ['source.ip', '$(reboot)', true],
  ])('%s: %j: %s', (path, value, isStarted) => {
    expect(isLetThrough(path, value)).toBe(isStarted);
  });

  it('looks through two fields', () => {
    const all = ['data.srcip', 'data.dstuser', 'data.srcuser', 'data.dstip', 'syscheck.path', 'full_log'];
    expect(all.filter(isFiltered)).toEqual(['data.srcip', 'data.dstuser']);
  });
});
