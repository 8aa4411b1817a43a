import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, Json } from './alert';
import { didYouMean } from './did-you-mean';
import { field, fieldPaths } from './field';

const alert: Alert = {
  rule: { level: 5, groups: ['syslog', 'sshd'], mitre: { id: ['T1110'] } },
  agent: { id: '001', ip: '198.51.100.1' },
  data: {
    srcip: '203.0.113.7',
    'srcip.old': 'x',
    win: { eventdata: { ipAddress: '203.0.113.9' } },
    docker: { Actor: { Attributes: { 'com.docker.compose.project': 'shop', com: 'short' } } },
    parts: [{ name: 'a' }, { name: 'b', size: 1 }],
    empty: {},
  },
};

describe('field', () => {
  it.each<[string, Json | undefined]>([
    ['data.srcip', '203.0.113.7'],
    ['data.srcip.old', 'x'],
    ['data.docker.Actor.Attributes.com.docker.compose.project', 'shop'],
    ['data.docker.Actor.Attributes.com', 'short'],
    ['rule.groups[1]', 'sshd'],
    ['rule.groups.0', 'syslog'],
    ['rule.groups[]', ['syslog', 'sshd']],
    ['data.parts[1].name', 'b'],
    ['rule.level', 5],
    ['data.Srcip', undefined],
    ['srcip', undefined],
    ['rule.groups[2]', undefined],
    ['rule.groups.sshd', undefined],
    ['rule.level.x', undefined],
    ['data.constructor', undefined],
    ['', undefined],
    ['.', undefined],
  ])('%s', (path, expected) => {
    expect(field(alert, path)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (any, path) => {
        field(JSON.parse(JSON.stringify(any)), path);
      }),
    );
  });

  it('finds something at every path of an alert', () => {
    const key = fc.stringMatching(/^[a-z]{1,3}(\.[a-z]{1,2})?$/);
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree), (any) => {
        for (const path of fieldPaths(any)) expect(field(any, path)).not.toBeUndefined();
      }),
    );
  });
});

it('lists the paths of an alert, those of arrays once', () => {
  expect(fieldPaths(alert)).toEqual([
    'rule.level',
    'rule.groups[]',
    'rule.mitre.id[]',
    'agent.id',
    'agent.ip',
    'data.srcip',
    'data.srcip.old',
    'data.win.eventdata.ipAddress',
    'data.docker.Actor.Attributes.com.docker.compose.project',
    'data.docker.Actor.Attributes.com',
    'data.parts[].name',
    'data.parts[].size',
  ]);
});

describe('did you mean', () => {
  it.each<[string, Alert, string | undefined]>([
    ['srcip', { data: { srcip: '1' } }, 'data.srcip'],
    ['data.src_ip', { data: { srcip: '1' } }, 'data.srcip'],
    ['data.SrcIP', { data: { srcip: '1' } }, 'data.srcip'],
    ['data.scrip', { data: { srcip: '1' } }, 'data.srcip'],
    ['data.srcip', alert, 'data.srcip'],
    ['data.srcip', { data: { win: { eventdata: { ipAddress: '1' } } } }, 'data.win.eventdata.ipAddress'],
    ['data.win.eventdata.IpAddress', alert, 'data.win.eventdata.ipAddress'],
    ['data.srcip', { agent: { ip: '1' } }, undefined],
    ['data.user', { data: { dstuser: 'a', srcuser: 'b' } }, 'data.dstuser'],
    // What the attacker typed is not whom the attack is aimed at.
    ['data.dstuser', { data: { srcuser: 'b' } }, undefined],
    ['data.win.eventdata.ipAddress', { data: { srcip: '1' } }, undefined],
    ['data.win.eventdata.targetUserName', { data: { dstuser: 'a' } }, undefined],
    [
      'data.win.eventdata.targetUserName',
      { data: { win: { eventdata: { subjectUserName: 'a' } } } },
      undefined,
    ],
    ['syscheck.path', { data: { virustotal: { source: { file: '/a' } } } }, undefined],
    ['data.path', { data: { url: '/a' } }, undefined],
    ['syscheck.md5_after', { syscheck: { sha1_after: '/a' } }, undefined],
    ['data.file', { syscheck: { path: '/a', md5_after: 'x' } }, 'syscheck.path'],
    ['data.YARA.file_path', { data: { YARA: { scanned_file: '/a' } } }, 'data.YARA.scanned_file'],
    ['rule.group', alert, 'rule.groups[]'],
    ['data.weather', alert, undefined],
    ['', {}, undefined],
  ])('%s', (path, given, expected) => {
    expect(didYouMean(path, given)).toBe(expected);
  });
});
