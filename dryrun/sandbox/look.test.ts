import { describe, expect, it } from 'vitest';
import { ruleLines } from './look';

const cases: readonly (readonly [title: string, listing: string, rules: readonly string[]])[] = [
  ['nothing', '', []],
  ['policies that accept', 'iptables -P INPUT ACCEPT\niptables -P OUTPUT ACCEPT\n', []],
  ['a policy that drops', 'iptables -P INPUT DROP\n', ['iptables -P INPUT DROP']],
  [
    'a rule that nft shows too',
    'iptables -P INPUT ACCEPT\niptables -A INPUT -s 1.2.3.4/32 -j DROP\nnft table ip filter {\nnft \tchain INPUT {\nnft \t\ttype filter hook input priority filter; policy accept;\nnft \t\tip saddr 1.2.3.4 counter packets 0 bytes 0 drop\nnft \t}\nnft }\n',
    ['iptables -A INPUT -s 1.2.3.4/32 -j DROP'],
  ],
  [
    'a rule of nft alone, without its counts',
    'nft table inet wazuh {\nnft \tchain input {\nnft \t\ttype filter hook input priority filter; policy accept;\nnft \t\tip saddr 1.2.3.4 counter packets 12 bytes 900 drop\nnft \t}\nnft }\n',
    ['nft table inet wazuh chain input ip saddr 1.2.3.4 counter drop'],
  ],
];

describe('a listing of rules', () => {
  for (const [title, listing, rules] of cases) it(title, () => expect(ruleLines(listing)).toEqual(rules));
});
