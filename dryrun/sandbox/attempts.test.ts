import { expect, it } from 'vitest';
import { attemptsIn } from './attempts';

const element = (set: string, elements: string) =>
  `table inet attempts {\n\tset ${set} {\n\t\ttypeof ip daddr\n\t\tsize 1024\n\t\tflags dynamic\n${elements}\t}\n}\n`;

// Listed by nft 1.0.6.
it.each<readonly [set: string, elements: string, attempts: Readonly<Record<string, number>>]>([
  ['tcp4', '', {}],
  [
    'tcp4',
    '\t\telements = { 9.9.9.9 . 443 counter packets 2 bytes 120,\n\t\t\t     10.0.0.77 . 80 counter packets 1 bytes 60 }\n',
    { 'tcp 9.9.9.9:443': 2, 'tcp 10.0.0.77:80': 1 },
  ],
  [
    'tcp6',
    '\t\telements = { 2001:db8::1 . 443 counter packets 1 bytes 80 }\n',
    { 'tcp [2001:db8::1]:443': 1 },
  ],
  ['udp4', '\t\telements = { 9.9.9.9 . 514 counter packets 1 bytes 29 }\n', { 'udp 9.9.9.9:514': 1 }],
  ['ping6', '\t\telements = { 2001:db8::1 counter packets 1 bytes 84 }\n', { 'ping 2001:db8::1': 1 }],
  // Leading zeros are not shown.
  ['dns64', '\t\telements = { 0x161026263000001 counter packets 1 bytes 36 }\n', { 'dns a.bc': 1 }],
  [
    'dns160',
    '\t\telements = { 0x3617069076578616d706c6503636f6d . 0x100 counter packets 1 bytes 61 }\n',
    { 'dns api.example.com': 1 },
  ],
  // A name that goes on behind what was kept.
  ['dns64', '\t\telements = { 0x0a61616161616161 counter packets 1 bytes 36 }\n', { 'dns aaaaaaa…': 1 }],
])('%s %j', (set, elements, attempts) => {
  expect(attemptsIn(element(set, elements))).toEqual(new Map(Object.entries(attempts)));
});
