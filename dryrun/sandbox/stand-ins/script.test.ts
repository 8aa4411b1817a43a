import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCalls } from './calls';
import { standIns } from './commands';
import { standInScript } from './script';

const scratch = mkdtempSync(path.join(tmpdir(), 'stand-ins-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs shell lines with nothing but stand-ins first on PATH, in a state of its own. */
function run(lines: readonly string[]) {
  const folder = mkdtempSync(path.join(scratch, 'run-'));
  const [bin, state] = [path.join(folder, 'bin'), path.join(folder, 'state')];
  mkdirSync(bin);
  mkdirSync(state);
  writeFileSync(path.join(bin, '.stand-in'), standInScript(state), { mode: 0o755 });
  for (const name of [...standIns.always, ...standIns.missing])
    symlinkSync('.stand-in', path.join(bin, name));
  const script = lines.map((line) => `${line} 2> /dev/null; printf '%s ' $?`).join('\n');
  const { stdout, stderr } = spawnSync('sh', ['-c', script], {
    env: { PATH: `${bin}:/usr/bin:/bin` },
    input: '',
    encoding: 'utf8',
  });
  const read = (name: string) => {
    const file = path.join(state, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return {
    stdout,
    stderr,
    rules: read('rules').split('\n').filter(Boolean),
    calls: readCalls(read('calls')),
  };
}

interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  /** Exit statuses, one for each line, and what was printed before each. */
  readonly said: string;
  readonly rules: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'iptables: a rule that was added is found, and is gone when deleted',
    lines: [
      'iptables -C INPUT -s 1.2.3.4 -j DROP',
      'iptables -w -I INPUT -s 1.2.3.4 -j DROP',
      'iptables -C INPUT -s 1.2.3.4/32 -j DROP',
      'iptables -D INPUT -s 1.2.3.4 -j DROP -w',
      'iptables -D INPUT -s 1.2.3.4 -j DROP',
    ],
    said: '1 0 0 0 1 ',
    rules: [],
  },
  {
    title: 'iptables: twice is twice',
    lines: [
      'iptables -A INPUT -s 1.2.3.4 -j DROP',
      'iptables -A INPUT -s 1.2.3.4 -j DROP',
      'iptables -D INPUT -s 1.2.3.4 -j DROP',
    ],
    said: '0 0 0 ',
    rules: ['iptables -t filter -A INPUT -s 1.2.3.4 -j DROP'],
  },
  {
    title: 'iptables: a position, a table, a number',
    lines: [
      'iptables -I INPUT 1 -s 1.2.3.4 -j DROP',
      'iptables -t nat -A PREROUTING -s 1.2.3.4 -j DNAT',
      'iptables -A FORWARD -s 1.2.3.4 -j DROP',
      'iptables -D INPUT 1',
    ],
    said: '0 0 0 0 ',
    rules: [
      'iptables -t nat -A PREROUTING -s 1.2.3.4 -j DNAT',
      'iptables -t filter -A FORWARD -s 1.2.3.4 -j DROP',
    ],
  },
  {
    title: 'iptables: chains, flush and list',
    lines: [
      'iptables -N wazuh',
      'iptables -N wazuh',
      'iptables -A wazuh -s 1.2.3.4 -j DROP',
      'iptables -S wazuh',
      'iptables -F wazuh',
      'iptables -X wazuh',
    ],
    said: '0 1 0 -N wazuh\n-A wazuh -s 1.2.3.4 -j DROP\n0 0 0 ',
    rules: [],
  },
  {
    title: 'ip6tables keeps its own rules',
    lines: ['ip6tables -A INPUT -s 2001:db8::1/128 -j DROP', 'iptables -C INPUT -s 2001:db8::1 -j DROP'],
    said: '0 1 ',
    rules: ['ip6tables -t filter -A INPUT -s 2001:db8::1 -j DROP'],
  },
  {
    title: 'nft: rules by handle, elements by name',
    lines: [
      'nft add table inet filter',
      'nft add rule inet filter input ip saddr 1.2.3.4 drop',
      'nft -a list ruleset',
      'nft delete rule inet filter input handle 1',
      'nft add element inet filter bad { 1.2.3.4 }',
      'nft delete element inet filter bad { 1.2.3.4 }',
      'nft delete element inet filter bad { 1.2.3.4 }',
    ],
    said: '0 0 table inet filter\nrule inet filter input ip saddr 1.2.3.4 drop # handle 1\n0 0 0 0 1 ',
    rules: ['nft table inet filter'],
  },
  {
    title: 'ipset',
    lines: [
      'ipset create bad hash:ip',
      'ipset add bad 1.2.3.4',
      'ipset test bad 1.2.3.4',
      'ipset add bad 1.2.3.4',
      'ipset -exist add bad 1.2.3.4',
      'ipset del bad 1.2.3.4',
      'ipset test bad 1.2.3.4',
    ],
    said: '0 0 0 1 0 0 1 ',
    rules: ['ipset bad'],
  },
  {
    title: 'routes are told apart by their address',
    lines: [
      'ip route add blackhole 1.2.3.4',
      'ip route add blackhole 1.2.3.4',
      'ip route del 1.2.3.4',
      'route add -host 1.2.3.4 reject',
      'route del -host 1.2.3.4 reject',
    ],
    said: '0 2 0 0 0 ',
    rules: [],
  },
  {
    title: 'ufw',
    lines: ['ufw insert 1 deny from 1.2.3.4', 'ufw --force delete deny from 1.2.3.4'],
    said: '0 0 ',
    rules: [],
  },
  {
    title: 'firewall-cmd, with and without an equals sign',
    lines: [
      "firewall-cmd --add-rich-rule='rule source address=1.2.3.4 drop'",
      "firewall-cmd --query-rich-rule='rule source address=1.2.3.4 drop'",
      "firewall-cmd --remove-rich-rule 'rule source address=1.2.3.4 drop'",
      "firewall-cmd --query-rich-rule 'rule source address=1.2.3.4 drop'",
      'firewall-cmd --permanent --zone=drop --add-source=1.2.3.4',
    ],
    said: '0 yes\n0 0 1 0 ',
    rules: ['firewall-cmd permanent source=1.2.3.4'],
  },
  {
    title: 'csf: what is denied for a while is another list',
    lines: ['csf -d 1.2.3.4', 'csf -td 1.2.3.4 600', 'csf -tr 1.2.3.4', 'csf -g 1.2.3.4'],
    said: '0 0 0 1.2.3.4\n0 ',
    rules: ['csf 1.2.3.4'],
  },
  {
    title: 'cscli, with and without an equals sign',
    lines: [
      'cscli decisions add --ip 1.2.3.4 --duration 4h',
      'cscli decisions add --ip=1.2.3.5',
      'cscli decisions delete -i 1.2.3.4',
    ],
    said: '0 0 0 ',
    rules: ['cscli 1.2.3.5'],
  },
  { title: 'sudo is nobody else', lines: ['sudo -n -u root printf hi', 'sudo'], said: 'hi0 0 ', rules: [] },
];

describe('stand-ins', () => {
  for (const { title, lines, said, rules } of cases) {
    it(title, () => {
      const ran = run(lines);
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toBe(said);
      expect(ran.rules).toEqual(rules);
    });
  }

  it('write down every word as it was', () => {
    const words = ['mail', '-s', "it's a\nline", '', '$(id) `id`', '-n'];
    const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
    expect(run([quoted]).calls).toMatchObject([{ kind: 'reaches out', words }]);
  });

  const kinds: readonly (readonly [string, string])[] = [
    ['iptables -A INPUT -j DROP', 'acts'],
    ['iptables -S', 'asks'],
    ['iptables -C INPUT -j DROP', 'asks'],
    ['nft list ruleset', 'asks'],
    ['ip route', 'asks'],
    ['ip route add blackhole 1.2.3.4', 'acts'],
    ['systemctl restart nginx', 'acts'],
    ['systemctl is-active nginx', 'asks'],
    ['ufw status', 'asks'],
    ['fail2ban-client status sshd', 'asks'],
    ['csf -td 1.2.3.4', 'acts'],
    ['nmcli networking off', 'acts'],
    ['nmcli device', 'asks'],
    ['shutdown -h now', 'acts'],
    ['logger hello', 'logs'],
    ['curl http://example.com', 'reaches out'],
    ['pkill -u alice', 'acts'],
    ['passwd -l alice', 'acts'],
  ];
  for (const [line, kind] of kinds) {
    it(`take "${line}" for one that ${kind}`, () => expect(run([line]).calls[0]?.kind).toBe(kind));
  }
});
