import { describe, expect, it } from 'vitest';
import { ruleLines } from './rules';

const saved = (command: string, table: string, lines: readonly string[]) =>
  [`== ${command}`, '# Generated', `*${table}`, ':INPUT ACCEPT [0:0]', ...lines, 'COMMIT', ''].join('\n');

const nft = (text: string) => `== nft\n${text}\n`;

const cases: readonly (readonly [title: string, listing: string, rules: readonly string[]])[] = [
  ['nothing', '', []],
  ['policies that accept', saved('iptables', 'filter', [':OUTPUT ACCEPT [0:0]']), []],
  ['a policy that drops', saved('iptables', 'filter', [':FORWARD DROP [0:0]']), ['iptables -P FORWARD DROP']],
  ['a chain of one’s own', saved('ip6tables', 'filter', [':wazuh - [0:0]']), ['ip6tables -N wazuh']],
  [
    'another table',
    saved('iptables', 'raw', ['-A PREROUTING -s 1.2.3.4/32 -j DROP']),
    ['iptables -t raw PREROUTING -s 1.2.3.4/32 -j DROP'],
  ],
  [
    'a rule of iptables, which nft shows too',
    `${saved('iptables', 'filter', ['-A INPUT -s 1.2.3.4/32 -j DROP'])}${nft(
      'table ip filter {\n\tchain INPUT {\n\t\ttype filter hook input priority filter; policy accept;\n\t\tip saddr 1.2.3.4 counter packets 0 bytes 0 drop\n\t}\n}',
    )}`,
    ['iptables INPUT -s 1.2.3.4/32 -j DROP'],
  ],
  [
    'a rule of nft alone, without its counts',
    nft(
      'table inet wazuh {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\t\tip saddr 1.2.3.4 counter packets 12 bytes 900 drop\n\t}\n}',
    ),
    ['nft inet wazuh input ip saddr 1.2.3.4 counter drop'],
  ],
  [
    'chains of nft that nobody passes who comes in',
    nft(
      'table inet wazuh {\n\tchain out {\n\t\ttype filter hook output priority filter; policy drop;\n\t}\n\n\tchain lost {\n\t\tip saddr 1.2.3.4 drop\n\t}\n\n\tchain called {\n\t\tip saddr 1.2.3.4 drop\n\t}\n\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\t\tjump called\n\t}\n}',
    ),
    [
      'nft inet wazuh out (hook output) policy drop',
      'nft inet wazuh lost (no hook) ip saddr 1.2.3.4 drop',
      'nft inet wazuh called ip saddr 1.2.3.4 drop',
      'nft inet wazuh input jump called',
    ],
  ],
  [
    'members of a set, without what runs down',
    nft(
      'table inet wazuh {\n\tset blocked {\n\t\ttype ipv4_addr\n\t\tflags timeout\n\t\telements = { 1.2.3.4 timeout 1h expires 59m58s,\n\t\t\t     1.2.3.5 }\n\t}\n}',
    ),
    ['nft inet wazuh blocked { 1.2.3.4 timeout 1h }', 'nft inet wazuh blocked { 1.2.3.5 }'],
  ],
  [
    'a set of ipset, and a rule for routes',
    '== ipset\ncreate bad hash:ip\nadd bad 1.2.3.4 timeout 500\n== rule\n0:\tfrom all lookup local\n100:\tfrom 1.2.3.4 blackhole\n== rule\n32766:\tfrom all lookup main\n',
    ['ipset bad 1.2.3.4', 'ip rule from 1.2.3.4 blackhole'],
  ],
];

describe('a listing of rules', () => {
  for (const [title, listing, rules] of cases) it(title, () => expect(ruleLines(listing)).toEqual(rules));
});
