import { describe, expect, it } from 'vitest';
import { ruleOf, target } from './target';

describe('what an alert is about', () => {
  it.each([
    [{ data: { srcip: '203.0.113.7', dstuser: 'root' } }, '203.0.113.7'],
    [{ data: { win: { eventdata: { ipAddress: '203.0.113.8', targetUserName: 'eve' } } } }, '203.0.113.8'],
    [{ data: { virustotal: { source: { file: '/tmp/x' } } } }, '/tmp/x'],
    [{ syscheck: { path: '/etc/passwd' } }, '/etc/passwd'],
    [{ data: { srcip: '', dstuser: 'eve' } }, 'eve'],
    [{ 'source.ip': '203.0.113.9' }, '203.0.113.9'],
    [{ data: { srcip: 7 } }, undefined],
    [{}, undefined],
  ])('%j: %s', (alert, expected) => {
    expect(target(alert)).toBe(expected);
  });

  it.each([
    [{ rule: { id: '5712' } }, '5712'],
    [{ rule: { id: 5712 } }, '5712'],
    [{ rule: null }, undefined],
  ])('%j is of rule %s', (alert, expected) => {
    expect(ruleOf(alert)).toBe(expected);
  });
});
