import { describe, expect, it } from 'vitest';
import { misplaced } from './place';

describe('a path that leads nowhere in any message', () => {
  it.each<[path: string, meant: string]>([
    ['srcip', 'data.srcip'],
    ['src_ip', 'data.srcip'],
    ['user', 'data.dstuser'],
    ['syscheck.path', 'syscheck.path'],
    ['rule.level', 'rule.level'],
    ['agent.name', 'agent.name'],
    ['data.srcip', 'data.srcip'],
    ['full_log', 'full_log'],
    ['alert.data.srcip', 'data.srcip'],
    ['alert.srcip', 'data.srcip'],
    ['win.eventdata.ipAddress', 'data.win.eventdata.ipAddress'],
    ['parameters.srcip', 'data.srcip'],
    ['parameters.rule.id', 'rule.id'],
    ['parameters.alert.srcip', 'data.srcip'],
    ['parameters.alert.Data.srcip', 'data.srcip'],
    ['parameters.alert.path', 'syscheck.path'],
    ['parameters.alert.rule_id', 'rule.id'],
    ['parameters.alert.data.win.eventdata.IpAddress', 'data.win.eventdata.ipAddress'],
    ['parameters.alert.data.win.EventData.TargetUserName', 'data.win.eventdata.targetUserName'],
  ])('%s', (path, meant) =>
    expect(misplaced(path.split('.'))).toEqual({ path, meant: `parameters.alert.${meant}` }),
  );

  it('of which nobody knows what was meant', () => {
    expect(misplaced(['parameters', 'alert', 'severity'])?.meant).toBeUndefined();
  });

  it('a word of extra_args at the top', () => {
    expect(misplaced(['extra_args'])?.meant).toBe('parameters.extra_args');
  });

  it('of which the name stands at the top of the message', () => {
    expect(misplaced(['parameters', 'command'])).toEqual({ path: 'parameters.command', meant: 'command' });
  });

  it.each([
    '',
    'command',
    'version',
    'origin.name',
    'parameters',
    'parameters.extra_args',
    'parameters.alert',
    'parameters.keys',
    'parameters.alert.data',
    'parameters.alert.data.user',
    'parameters.alert.data.odd.name',
    'parameters.alert.syscheck.path',
    'parameters.alert.data.win.eventdata.ipAddress',
    'action',
    'settings.path',
  ])('not %j', (path) => expect(misplaced(path === '' ? [] : path.split('.'))).toBeUndefined());

  it('not at the top where a script speaks to 5.0 too', () => {
    expect(misplaced(['agent', 'name'], true)).toBeUndefined();
    expect(misplaced(['parameters', 'alert', 'srcip'], true)).toBeDefined();
  });
});
