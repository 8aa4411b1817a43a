import { expect, it } from 'vitest';
import { portOf, whyOpen } from './rules';

const address = '203.0.113.7';

it.each<readonly [rule: string, why: RegExp | undefined]>([
  ['iptables FORWARD -s 203.0.113.7/32 -j DROP', /FORWARD/],
  ['iptables -t nat POSTROUTING -s 203.0.113.7/32 -j DROP', /POSTROUTING/],
  ['iptables OUTPUT -s 203.0.113.7/32 -j DROP', /OUTPUT/],
  ['iptables wazuh -s 203.0.113.7/32 -j DROP', /to which no rule leads/],
  ['iptables INPUT -d 203.0.113.7/32 -j DROP', /packets to 203/],
  ['iptables INPUT -s 203.0.113.7/32 -j LOG', /does not drop/],
  ['iptables INPUT -s 203.0.113.70/32 -j DROP', /names 203\.0\.113\.70, not 203\.0\.113\.7\./],
  ['ip6tables INPUT -s 2001:db8::7/128 -j DROP', /names 2001:db8::7/],
  ['iptables INPUT -j wazuh', undefined],
  ['iptables INPUT -s 203.0.113.7/32 -j ACCEPT', undefined],
  ['iptables INPUT -s 203.0.113.7/32 -p udp -j DROP', undefined],
  ['iptables INPUT -p tcp -m tcp --dport 80 -j DROP', /No rule of it names/],
  ['nft inet wazuh lost (no hook) ip saddr 203.0.113.7 drop', /no hook/],
  ['nft inet wazuh out (hook output) ip saddr 203.0.113.7 drop', /in output/],
  ['nft inet wazuh input ip daddr 203.0.113.7 drop', /packets to/],
  ['nft inet wazuh blocked { 203.0.113.7 }', /set blocked/],
  ['ipset blocked 203.0.113.7', /set blocked/],
  ['iptables INPUT -s 203.0.113.7/32 -p tcp -m tcp --dport 22 -j DROP', /does not come to bear/],
])('%s', (rule, why) => {
  const said = whyOpen({ added: [rule], all: [rule] }, address);
  if (why === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(why);
});

it('follows a chain to which a rule leads', () => {
  const rule = 'iptables wazuh -s 203.0.113.7/32 -j DROP';
  expect(whyOpen({ added: [rule], all: [rule, 'iptables INPUT -j wazuh'] }, address)).toMatch(/come to bear/);
});

it.each<readonly [rule: string, port: number | undefined]>([
  ['iptables INPUT -s 203.0.113.7/32 -p tcp -m tcp --dport 443 -j DROP', 443],
  ['iptables INPUT -s 203.0.113.7/32 -p tcp -m multiport --dports 80,443 -j DROP', 80],
  ['nft inet wazuh input ip saddr 203.0.113.7 tcp dport 8080 drop', 8080],
  ['nft inet wazuh input ip saddr 203.0.113.7 tcp dport { 80, 443 } drop', 80],
  ['iptables INPUT -s 203.0.113.7/32 -j DROP', undefined],
])('the port of %s', (rule, port) => expect(portOf([rule])).toBe(port));
