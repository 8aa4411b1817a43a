import type { Expectation } from './expectation';

const correct = (
  script: string,
  sample: string,
  timeout: number,
  more: Partial<Expectation> = {},
): Expectation => ({ script: `correct/${script}`, sample, timeout, scenarios: trying, ...more });

/** Scenarios in which a right script is the easiest to wrong. */
const trying = ['missing-target', 'allow-listed-target', 'hostile-values', 'backslashes'] as const;

/** One of each kind goes through everything, as all do with `npm run script-corpus -- --all`. */
const thorough: Partial<Expectation> = { scenarios: 'all' };

/** Without a field to act on in the rule's alerts the binding is wrong, however right the script. */
const badlyBound: Partial<Expectation> = { text: ['wrong-field'], scenarios: [] };

/** Scripts that do what they should, and so must not be blamed for anything. */
export const right: readonly Expectation[] = [
  correct('iptables-drop.py', 'ssh-brute-force', 600, thorough),
  correct('iptables-drop.py', 'ssh-from-localhost', 600, { scenarios: [] }),
  correct('iptables-drop.py', 'login-failure-without-address', 600, badlyBound),
  correct('iptables-jq.sh', 'ssh-brute-force', 600),
  correct('nft-own-table.py', 'ssh-invalid-user', 600, thorough),
  correct('python-inside.sh', 'ssh-brute-force', 600, { scenarios: ['malformed-json', 'empty-line'] }),
  correct('blackhole.sh', 'ssh-brute-force', 300),
  correct('hosts-deny.py', 'web-attack', 600),
  correct('hosts-deny-sed.sh', 'ssh-invalid-user', 600),
  correct('quarantine-restore.py', 'file-added', 3600, thorough),
  correct('quarantine.sh', 'virustotal-malware', 0),
  correct('kill-process.py', 'auditd-command', 0),
  correct('lock-account.sh', 'ssh-brute-force', 900, thorough),
  correct('lock-account.sh', 'sudo-root', 900, { scenarios: [] }),
  correct('timeout-cat.sh', 'ssh-brute-force', 0),
  correct('expire-account.py', 'pam-login-failure', 900),
  correct('slack-notify.py', 'high-severity', 0),
  correct('slack-notify.sh', 'web-shellshock', 0),
  correct('signature-scan.py', 'file-modified', 0),
  correct('remove-threat.py', 'virustotal-malware', 0, thorough),
  correct('ip6tables.sh', 'ssh-brute-force-ipv6', 600),
  correct('firewalld.sh', 'ssh-brute-force', 600),
  correct('ipset.py', 'ftp-login-failure', 600),
  correct('windows-source.py', 'windows-brute-force', 600),
  correct('either-release.py', 'ssh-brute-force', 600),
  correct('collect.sh', 'high-severity', 0),
  correct('scan-and-log.sh', 'file-added', 0, thorough),
  correct('hand-over.sh', 'file-added', 0),
  correct('restart-service.sh', 'file-modified', 0),
  correct('answer-to-end.py', 'ssh-brute-force', 600),
  correct('several-places.py', 'suricata-alert', 0),
  correct('ufw.sh', 'ssh-brute-force', 600),
  correct('nft-set.sh', 'ssh-brute-force', 600),
  correct('logging-class.py', 'web-attack', 600),
  correct('raw-write.py', 'ssh-invalid-user', 600),
  correct('reputation.sh', 'ssh-brute-force', 0),
  // One host, one isolation: the key names no target because the response has none.
  correct('isolate.sh', 'virustotal-malware', 1800),
  correct('end-sessions.sh', 'high-severity', 0),
  correct('teams-card.py', 'web-attack', 0),
  correct('keep-copy.sh', 'file-modified', 0),
  correct('passwd-lock.py', 'ssh-brute-force', 600),
  correct('says-blocked.py', 'ssh-brute-force', 600),
  // Plain, but nothing in it is wrong with such an alert.
  correct('plain-firewall.sh', 'ssh-brute-force', 600, { scenarios: [] }),
  correct('plain-hosts.py', 'web-attack', 600, { scenarios: [] }),
  correct('shell-quoted.py', 'ssh-brute-force', 0),
  correct('fail2ban.sh', 'ssh-brute-force', 600),
  correct('head-line.sh', 'high-severity', 0),
  correct('asks-anyway.py', 'virustotal-malware', 0),
  correct('restart-agent.sh', 'file-modified', 0),
  correct('forward.py', 'web-attack', 0),
];
