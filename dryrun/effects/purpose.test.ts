import { describe, expect, it } from 'vitest';
import { sshAlert } from '../fixtures/alert';
import { type Purpose, purpose } from './purpose';

const described = String((sshAlert.rule as { readonly description: string }).description);

const cases: readonly (readonly [Purpose, string, string, string?])[] = [
  ['asks', 'GET', 'https://api.abuseipdb.com/api/v2/check?ipAddress=203.0.113.7'],
  ['asks', 'GET', 'https://www.virustotal.com/api/v3/files/44d88612fea8a8f36de82e1278abb02f'],
  ['asks', 'POST', 'https://wazuh.example.com:55000/security/user/authenticate', 'x'],
  ['asks', 'POST', 'https://es.example.com:9200/alerts/_search', '{"query":{}}'],
  ['asks', 'connect', '10.0.0.9:443'],
  ['asks', 'ssh', 'admin@fw', 'show ip access-lists'],
  ['asks', 'ssh', 'admin@router', '/ip firewall filter print'],
  ['asks', 'ssh', 'admin@pf', 'pfctl -t bad -T show'],
  ['asks', 'ssh', 'admin@pf'],
  ['tells', 'POST', 'https://hooks.slack.com/services/T0/B0/x', '{"text":"203.0.113.7 was blocked"}'],
  ['tells', 'POST', 'https://discord.com/api/webhooks/1/x', '{"content":"Blocked"}'],
  ['tells', 'GET', 'https://api.telegram.org/bot1:x/sendMessage?chat_id=1&text=hello'],
  ['tells', 'POST', 'https://thehive.example.com/api/alert', '{"artifacts":[{"data":"203.0.113.7"}]}'],
  ['tells', 'POST', 'https://siem.example.com/api', `{"ip":"203.0.113.7","what":"${described}"}`],
  ['tells', 'POST', 'https://siem.example.com/api', '{"src_ip":"203.0.113.7","level":"5","log":"x"}'],
  ['tells', 'mail', 'ops@example.com', 'Blocked 203.0.113.7'],
  ['tells', 'send', '10.0.0.9:514', '<13>hello'],
  ['tells', 'scp', 'ops@log.example.com:/in/', '/tmp/a'],
  ['asks', 'aws', 'ec2', 'describe-network-acls --output text'],
  ['asks', 'gcloud', 'compute', 'firewall-rules list'],
  ['tells', 'aws', 'sns', 'publish --topic-arn x --message y'],
  ['orders', 'aws', 'ec2', 'create-network-acl-entry --cidr-block 203.0.113.7/32'],
  ['orders', 'az', 'network', 'nsg rule create --source-address-prefixes 203.0.113.7'],
  ['orders', 'POST', 'https://fw.example.com/api/v1/block', '{"ip":"203.0.113.7"}'],
  ['orders', 'POST', 'https://api.example.com/x', 'block=203.0.113.7'],
  [
    'orders',
    'PUT',
    'https://192.168.1.1/api/v2/firewall/aliases',
    '[{"name":"bad","address":["203.0.113.7"]}]',
  ],
  [
    'orders',
    'POST',
    'https://api.cloudflare.com/client/v4/user/firewall/access_rules/rules',
    '{"mode":"block","configuration":{"target":"ip","value":"203.0.113.7"},"notes":"Wazuh"}',
  ],
  ['orders', 'POST', 'https://192.168.1.1/rest', '{"ip":"203.0.113.7"}'],
  ['orders', 'DELETE', 'https://fw.example.com/api/v1/entries/203.0.113.7'],
  ['orders', 'GET', 'http://192.168.1.1/cgi/block?ip=203.0.113.7'],
  ['orders', 'ssh', 'admin@router', '/ip firewall address-list add list=bad address=203.0.113.7'],
  ['orders', 'ssh', 'admin@pf', 'pfctl -t bad -T add 203.0.113.7'],
];

describe('a script', () => {
  it.each(cases)('%s: %s %s %s', (expected, verb = '', to = '', body = '') => {
    expect(purpose({ verb, to, body }, sshAlert)).toBe(expected);
  });
});
