import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Alert } from './alert';
import { dstuser, srcip } from './lookup';

it.each<[string, Alert, ReturnType<typeof srcip>]>([
  ['srcip', { data: { srcip: '203.0.113.7' } }, { kind: 'ok', value: '203.0.113.7', path: 'data.srcip' }],
  [
    'Windows first',
    { data: { srcip: '203.0.113.7', win: { eventdata: { ipAddress: '198.51.100.9' } } } },
    { kind: 'ok', value: '198.51.100.9', path: 'data.win.eventdata.ipAddress' },
  ],
  [
    'the destination before srcip',
    { data: { srcip: '203.0.113.7', win: { eventdata: { destinationIp: '198.51.100.9' } } } },
    { kind: 'ok', value: '198.51.100.9', path: 'data.win.eventdata.destinationIp' },
  ],
  [
    'a bad address decides',
    { data: { srcip: '203.0.113.7', win: { eventdata: { ipAddress: '-' } } } },
    { kind: 'invalid', value: '-', path: 'data.win.eventdata.ipAddress' },
  ],
  [
    'what is no text is passed over',
    { data: { srcip: '203.0.113.7', win: { eventdata: { ipAddress: 7, destinationIp: null } } } },
    { kind: 'ok', value: '203.0.113.7', path: 'data.srcip' },
  ],
  [
    'keys in any case',
    { Data: { Win: { EventData: { IpAddress: '2001:db8::7' } } } },
    { kind: 'ok', value: '2001:db8::7', path: 'Data.Win.EventData.IpAddress' },
  ],
  [
    'the first of two keys',
    { data: { SrcIp: 'example.org', srcip: '203.0.113.7' } },
    { kind: 'invalid', value: 'example.org', path: 'data.SrcIp' },
  ],
  ['src_ip is another key', { data: { src_ip: '203.0.113.7' } }, { kind: 'none' }],
  ['srcip beside data', { srcip: '203.0.113.7' }, { kind: 'none' }],
  ['data is no object', { data: ['203.0.113.7'] }, { kind: 'none' }],
  ['nothing', {}, { kind: 'none' }],
])('srcip: %s', (_, alert, expected) => {
  expect(srcip(alert)).toEqual(expected);
});

it.each<[string, ReturnType<typeof dstuser>['kind']]>([
  ['alice', 'ok'],
  ['Administrator@example.org', 'ok'],
  ['a-b+c~d', 'ok'],
  ['rooty', 'ok'],
  ['ä'.repeat(128), 'ok'],
  ['ä'.repeat(129), 'invalid'],
  ['root', 'invalid'],
  ['', 'invalid'],
  ['-alice', 'invalid'],
  ['+alice', 'invalid'],
  ['~alice', 'invalid'],
  ['a..b', 'invalid'],
  ['a:b', 'invalid'],
  ['a,b', 'invalid'],
  ['a b', 'invalid'],
  ['a\nb', 'invalid'],
  ['a/b', 'invalid'],
  ['a\\b', 'invalid'],
])('dstuser %s is %s', (value, kind) => {
  expect(dstuser({ data: { dstuser: value } })).toEqual({ kind, value, path: 'data.dstuser' });
});

it('looks at any JSON without failing', () => {
  const key = fc.constantFrom('data', 'win', 'eventdata', 'ipAddress', 'srcip', 'dstuser');
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.dictionary(key, tie('tree')),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, tree), (alert) => {
      const found = srcip(JSON.parse(JSON.stringify(alert)));
      expect(['ok', 'invalid', 'none']).toContain(found.kind);
    }),
  );
});
