import type { Expectation } from './expectation';

/** Where a fault must show. Where it need not, it may: a fault is no less true for being seen twice. */
type Form = 'text' | 'run' | 'both' | 'either';

type Faults = Readonly<Record<string, readonly [form: Form, why: string]>>;
type Reasons = Readonly<Record<string, string>>;

const codes = (faults: Faults, ...forms: readonly Form[]): readonly string[] =>
  Object.entries(faults).flatMap(([code, [form]]) => (forms.includes(form) ? [code] : []));

/** @param perhaps codes that can be argued either way, with the argument */
const faulty = (
  script: string,
  sample: string,
  timeout: number,
  faults: Faults,
  perhaps: Reasons = {},
  more: Partial<Expectation> = {},
): Expectation => ({
  script: `public-manner/${script}`,
  sample,
  timeout,
  text: codes(faults, 'text', 'both'),
  run: codes(faults, 'run', 'both'),
  either: codes(faults, 'either'),
  perhaps: [...Object.keys(faults), ...Object.keys(perhaps)],
  why: { ...Object.fromEntries(Object.entries(faults).map(([code, [, why]]) => [code, why])), ...perhaps },
  scenarios: 'all',
  ...more,
});

/** Nothing is wrong with it, in whichever scenario. */
const right = (script: string, sample: string, timeout: number, perhaps: Reasons = {}): Expectation =>
  faulty(script, sample, timeout, {}, perhaps);

const forWindows = (expectation: Expectation): Expectation => ({ ...expectation, system: 'windows' });

/** Values that analysisd takes for srcip hold none but [A-Za-z.:_0-9-]: nothing that means anything to a shell. */
const filtered = { injection: 'analysisd lets nothing through as data.srcip that means anything to a shell' };

/** What follows from a message that is never read, a script that does not parse, or one that waits for arguments. */
const follows = (...codes: readonly string[]): Reasons =>
  Object.fromEntries(codes.map((code) => [code, 'follows from the fault']));

/**
 * Scripts in the manner of public ones: written, with what is wrong with each, before any of them was tried. What they
 * are expected to show was thought through as execd 4.14 would run them. A fault that only follows from another is not
 * expected.
 */
export const publicManner: readonly Expectation[] = [
  // Windows: Python made into an exe, PowerShell, and what starts them. Nothing of it runs here.
  ...[
    right('block_rdp.py', 'windows-brute-force', 3600),
    faulty(
      'usb_guard.py',
      'windows-dropped-executable',
      3600,
      { 'keys-in-buffer': ['text', 'print without a flush, and then it waits for the answer'] },
      { 'weak-key': 'one host, one switch: the computer is the target' },
    ),
    faulty('kill_image.py', 'windows-dropped-executable', 0, {
      'reads-to-eof': ['text', 'sys.stdin.read()'],
      injection: ['text', 'the name of a file is put into a command line for os.system'],
      'chatter-before-handshake': ['text', 'taskkill says SUCCESS on the same stdout'],
    }),
    right('remove_threat_win.py', 'virustotal-malware', 0),
    faulty('disable_account.ps1', 'windows-brute-force', 600, {
      'no-handshake': ['text', 'it has a delete, but prints no keys, so that delete never comes'],
    }),
    faulty(
      'isolate_host.ps1',
      'windows-brute-force',
      600,
      { 'argv-protocol': ['text', 'param($Action, $User, $SourceIP): there are no arguments since 4.2'] },
      follows('no-handshake', 'never-reads', 'no-delete'),
    ),
    right('quarantine.ps1', 'windows-dropped-executable', 3600),
    faulty('defender_scan.ps1', 'file-added', 0, { 'reads-to-eof': ['text', '[Console]::In.ReadToEnd()'] }),
    right('run_yara.bat', 'file-added', 0, {
      injection: 'cmd looks at the line again when it is echoed; the quotes of JSON keep most of it harmless',
      'missing-tool': 'without yara it says that the file was scanned',
      races: 'a file of a fixed name in %TEMP%',
    }),
    right('block_rdp.cmd', 'windows-brute-force', 3600),
    right('quarantine.cmd', 'windows-dropped-executable', 3600),
    faulty('collect_alert.cmd', 'windows-brute-force', 0, {
      'reads-to-eof': ['text', 'findstr reads its input to the end'],
    }),
    faulty('stop_service.ps1', 'windows-brute-force', 600, {
      'chatter-before-handshake': ['text', 'what Write-Host says goes to stdout, before the keys'],
    }),
    faulty('fw_group.ps1', 'windows-brute-force', 600, {
      'wrong-field': ['text', 'a Windows logon has no data.srcip'],
      'takes-too-much': ['text', 'delete removes the whole group of rules, of all addresses'],
    }),
  ].map(forWindows),

  // Clouds and firewalls elsewhere.
  right('aws_nacl_deny.py', 'ssh-brute-force', 3600),
  faulty('waf_ipset.sh', 'ssh-brute-force', 7200, {
    'mangles-input': ['text', 'read without -r'],
    'no-handshake': ['text', 'it has a delete, but prints no keys'],
  }),
  faulty(
    'azure_nsg.sh',
    'ssh-brute-force',
    3600,
    { 'output-after-answer': ['run', 'echo after the answer: SIGPIPE ends it before az is called'] },
    { 'claims-without-act': 'it says "creating", and is ended' },
  ),
  faulty('cloudflare_block.py', 'web-attack', 86400, {
    'weak-key': ['both', 'the key is the id of the rule'],
    slow: ['run', 'urlopen without a timeout'],
  }),
  right('cloudflare_list.sh', 'web-attack', 86400),
  faulty(
    'pfsense_easyrule.sh',
    'ssh-brute-force',
    0,
    {
      'mangles-input': ['both', 'read without -r'],
      slow: ['run', 'ssh without ConnectTimeout'],
      'hits-allow-list': ['run', '127.0.0.1 is handed to the firewall'],
    },
    filtered,
  ),
  right('opnsense_alias.py', 'suricata-alert', 3600),
  faulty('fortigate_ban.py', 'ssh-brute-force', 0, {
    'reads-to-eof': ['both', 'json.load(sys.stdin)'],
    'hits-allow-list': ['run', 'any address is banned, 127.0.0.1 too'],
  }),
  faulty(
    'mikrotik_list.sh',
    'ssh-brute-force',
    0,
    {
      'wrong-field': ['both', 'there is no srcip at the top of an alert'],
      'mangles-input': ['text', 'read without -r'],
    },
    filtered,
  ),
  right('m365_revoke.py', 'office365-logon', 0),
  faulty('gcp_firewall.py', 'ssh-brute-force', 600, {
    'no-delete': ['text', 'it knows add alone, and is bound with a timeout'],
  }),

  // YARA, ClamAV, hashes.
  faulty(
    'yara.sh',
    'file-added',
    0,
    {
      'mangles-input': ['text', 'read without -r'],
      injection: ['text', 'the file name stands without quotes'],
      'missing-tool': ['run', 'without yara, or jq, it says nothing and looks as if the file were clean'],
    },
    {
      'no-log': 'a clean file leaves no line, which is what the decoder of the guide expects',
      'bad-json-crash': 'half a message gives an empty name, without a word',
      'no-target-check': 'it scans a file called null: no harm',
      'wrong-field': 'nothing of the target is to be seen where yara is missing',
    },
  ),
  faulty('yara_debug.sh', 'file-modified', 0, {
    'wrong-field': ['both', 'syscheck stands under parameters.alert'],
    'chatter-before-handshake': ['either', 'tee prints to stdout what it appends to the log'],
  }),
  right('yara_watch.sh', 'file-added', 0),
  faulty('clam_scan.sh', 'file-added', 0, { 'reads-to-eof': ['both', '$(cat)'] }),
  right('yara_quarantine.sh', 'file-added', 0),
  faulty('yara_scan.py', 'file-modified', 0, {
    injection: ['text', "shell=True, and '…' ends at a quote in the file name"],
    'needs-log': ['run', 'the first thing it does is to open the log'],
    crashes: ['run', 'a KeyError where the alert has no path, and not a word in the log'],
  }),
  faulty(
    'ioc_hash.sh',
    'file-added',
    0,
    { races: ['either', 'one scratch file of a fixed name, which each start writes, reads and removes'] },
    { injection: '../ gets past the list of folders, but FIM reports no such path' },
  ),
  faulty(
    'yara_upload.sh',
    'file-added',
    0,
    {
      slow: ['run', 'it sleeps 45 s, and execd with it'],
      injection: ['text', 'the file name stands without quotes'],
    },
    { 'missing-tool': 'without jq it says that there is no file name' },
    { limits: { step: 2000 } },
  ),

  // Tickets, chats, mail, intelligence.
  faulty('thehive_case.py', 'high-severity', 0, {
    slow: ['run', 'urlopen without a timeout'],
    'bad-json-crash': ['run', 'json.loads is not caught'],
    'needs-log': ['run', 'the log is opened first, and not caught'],
  }),
  right('thehive_alert.py', 'high-severity', 0),
  faulty('slack.sh', 'high-severity', 0, {
    slow: ['run', 'curl without --max-time'],
    'mangles-input': ['both', 'read without -r'],
    'chatter-before-handshake': ['both', 'curl prints the answer of the hook'],
    'claims-without-act': ['run', 'curl succeeds whatever the answer is, and the log says "sent"'],
  }),
  right('slack_blocks.py', 'web-attack', 0),
  faulty(
    'telegram.sh',
    'high-severity',
    0,
    {
      'wrong-field': ['both', '.rule and .data stand under parameters.alert'],
      'no-log': ['run', 'it logs nothing'],
    },
    {
      'missing-tool': 'without jq an empty message is sent; it logs nothing anyway',
      'bad-json-crash': 'of half a message an empty one is sent',
      'no-target-check': 'the message says null in any case',
      crashes: 'its last word is exit 0',
    },
  ),
  right('telegram_bot.py', 'web-attack', 0),
  faulty(
    'discord.sh',
    'high-severity',
    0,
    {
      'reads-to-eof': ['both', '$(cat -)'],
      slow: ['run', 'curl without --max-time'],
      'no-log': ['run', 'it logs nothing'],
    },
    {
      'missing-tool': 'it logs nothing anyway',
      'bad-json-crash': 'of half a message an empty one is sent',
    },
  ),
  faulty('mail_alert.py', 'high-severity', 0, { slow: ['run', 'smtplib.SMTP without a timeout'] }),
  right('mail.sh', 'high-severity', 0),
  faulty(
    'webhook.py',
    'web-attack',
    0,
    {
      'no-log': ['run', 'it logs nothing, and passes over every error'],
      slow: ['run', 'urlopen without a timeout'],
    },
    { 'bad-json-crash': 'it says nothing of half a message, as of nothing else' },
  ),
  right('misp_event.py', 'virustotal-malware', 0),
  faulty(
    'abuseipdb_report.sh',
    'ssh-brute-force',
    0,
    { 'takes-wrong-field': ['either', 'the first address in the message is that of the agent'] },
    {
      ...follows('wrong-field', 'no-target-check', 'hits-allow-list', 'ipv4-only', 'bad-json-crash'),
      'claims-without-act': 'it says "reported", and the status beside it',
    },
  ),
  faulty(
    'jira_ticket.py',
    'high-severity',
    0,
    { 'never-runs': ['text', 'if __name__ == "main"'] },
    follows('no-log', 'never-reads', 'crashes', 'wrong-field'),
  ),
  faulty('notify_teams.sh', 'high-severity', 0, {
    'mangles-input': ['both', 'read without -r'],
    slow: ['either', 'curl without --max-time'],
    'claims-without-act': ['run', 'nobody looks at the answer, and the log says "posted"'],
  }),
  right('glpi_ticket.py', 'high-severity', 0),
  faulty(
    'ticket.py',
    'high-severity',
    0,
    { 'syntax-error': ['text', 'a brace is never closed'] },
    follows('crashes', 'no-log', 'never-reads', 'bad-json-crash'),
  ),
  faulty('sed_notify.sh', 'high-severity', 0, {
    'takes-wrong-field': ['either', 'greedy: the last "name" is that of the decoder, not of the host'],
    'claims-without-act': ['run', 'curl succeeds whatever the answer is, and the log says "told"'],
  }),
  faulty(
    'bulk_sms.sh',
    'high-severity',
    0,
    {
      'needs-log': ['run', 'set -e, and the log is written first'],
      'bad-json-crash': ['either', 'set -e: jq fails, and nothing says so'],
      'missing-tool': ['either', 'set -e: without jq or curl it ends after "started"'],
      'claims-without-act': ['run', 'curl succeeds whatever the answer is, and the log says "sent"'],
    },
    { crashes: 'where the gateway does not answer, set -e ends it without a word' },
  ),
  faulty(
    'elastic_index.py',
    'high-severity',
    0,
    { 'reads-to-eof': ['both', 'for line in sys.stdin, to the end'] },
    { 'needs-log': 'the log is not caught, but it is written when the work is done' },
  ),

  // Firewalls, routes and files on the host itself.
  right('ipset_ban.sh', 'ssh-brute-force', 600),
  faulty('ipset_lab.sh', 'ssh-brute-force', 600, {
    'takes-too-much': ['either', 'delete flushes the set, with the addresses of all others'],
  }),
  faulty('nft_blacklist.sh', 'ssh-brute-force', 600, {
    'takes-too-much': ['either', 'delete flushes the set, with the addresses of all others'],
  }),
  faulty(
    'firewalld_rich.sh',
    'ssh-brute-force',
    600,
    {
      'weak-key': ['text', 'the key is the id of the rule'],
      'not-reverted': ['either', 'add says drop, delete says reject: firewalld has no such rule to remove'],
    },
    filtered,
  ),
  faulty(
    'ufw_deny.py',
    'ssh-brute-force',
    600,
    {
      'acts-before-continue': ['text', 'it blocks, and asks then'],
      'bad-json-crash': ['text', 'nobody catches what json.loads throws'],
    },
    follows('ignores-abort'),
  ),
  right('iptables_chain.sh', 'ssh-brute-force', 600),
  faulty(
    'fw_block.sh',
    'ssh-brute-force',
    600,
    {
      'takes-too-much': ['either', 'delete flushes INPUT, with the rules of all others'],
      'ipv4-only': ['run', 'iptables refuses an IPv6 address, and the log says blocked'],
    },
    { ...filtered, ...follows('claims-without-act', 'not-reverted') },
  ),
  faulty(
    'null_route.sh',
    'ssh-brute-force',
    600,
    { 'not-reverted': ['run', 'add makes a blackhole route, delete removes an unreachable one'] },
    {
      ...follows('claims-without-act', 'acts-once'),
      'missing-tool': 'net-tools is missing on many hosts, and delete hides it',
    },
  ),
  faulty(
    'hosts_deny.sh',
    'ssh-brute-force',
    600,
    { 'takes-too-much': ['either', 'delete removes every ALL: line, whoever wrote it'] },
    { races: 'sed -i writes the file anew', 'not-reverted': 'lines that were there before are gone too' },
  ),
  faulty('eof_no_address.py', 'ssh-brute-force', 0, {
    'reads-to-eof': ['both', 'for line in sys.stdin'],
    crashes: ['run', 'None has no startswith where the alert has no address'],
  }),
  faulty(
    'playbook_block.py',
    'ssh-brute-force',
    0,
    { 'hits-allow-list': ['run', '127.0.0.1 is handed to the playbook like any other'] },
    filtered,
  ),
  faulty(
    'message_dump.py',
    'ssh-brute-force',
    0,
    {
      'no-log': ['run', 'a file with the messages in it is no log'],
      crashes: ['run', 'a KeyError where the alert has no address'],
      'bad-json-crash': ['run', 'a KeyError for half a message: that it kept the line is no act'],
      'hits-allow-list': ['run', '127.0.0.1 is dropped like any other'],
      'missing-tool': ['run', 'without iptables it says nothing'],
    },
    {
      ...filtered,
      'ipv4-only': 'iptables gets IPv6 addresses too, and it says nothing, as of anything else',
      'chatter-before-handshake': 'it prints for half a message alone',
    },
  ),
  faulty(
    'drop_to_end.py',
    'ssh-brute-force',
    600,
    {
      'reads-to-eof': ['both', 'sys.stdin.read()'],
      'no-handshake': ['both', 'it undoes on delete and never asks'],
      'needs-log': ['run', 'the log is opened first, and not caught'],
      'missing-tool': ['run', 'an error that nobody catches, where the log says "add" and no more'],
    },
    { 'ipv4-only': 'it logs the status of iptables' },
  ),
  right('hosts_deny.py', 'ssh-brute-force', 600),
  faulty(
    'gateway_block.py',
    'web-attack',
    600,
    {
      'does-not-block': ['run', 'FORWARD sees only what the host hands on'],
      'hits-allow-list': ['run', 'there is no list'],
    },
    filtered,
  ),
  right('f2b_jail.sh', 'ssh-brute-force', 600),
  faulty('f2b_ban.sh', 'ssh-brute-force', 600, {
    'mangles-input': ['text', 'read without -r'],
    'no-handshake': ['text', 'it prints no keys'],
    'no-delete': ['text', 'it does not look at the command'],
    'hits-allow-list': ['run', 'there is no list; fail2ban takes by hand what it would ignore by itself'],
  }),
  faulty(
    'f2b_bridge.py',
    'ssh-brute-force',
    600,
    { 'argv-protocol': ['text', 'it takes action and address off sys.argv'] },
    follows('no-handshake', 'never-reads', 'needs-log', 'no-delete', 'missing-tool', 'wrong-field'),
  ),
  right('managed_block.sh', 'ssh-brute-force', 600),
  faulty(
    'allow_block.py',
    'ssh-brute-force',
    600,
    { 'syntax-error': ['text', 'an unrendered template: {% for %} is no Python'] },
    follows('crashes', 'no-log', 'never-reads', 'bad-json-crash', 'no-handshake', 'missing-tool'),
  ),
  faulty(
    'first_ip.sh',
    'ssh-brute-force',
    600,
    { 'takes-wrong-field': ['either', 'the first address in the message is that of the agent'] },
    follows(
      'wrong-field',
      'weak-key',
      'does-not-block',
      'no-target-check',
      'hits-allow-list',
      'ipv4-only',
      'bad-json-crash',
    ),
  ),
  right('awk_drop.sh', 'ssh-brute-force', 600),
  right('grep_ban.sh', 'ssh-brute-force', 600),
  faulty(
    'regex_block.py',
    'ssh-brute-force',
    0,
    { 'takes-wrong-field': ['either', 'the first address in the message is that of the agent'] },
    follows(
      'wrong-field',
      'does-not-block',
      'no-target-check',
      'hits-allow-list',
      'ipv4-only',
      'bad-json-crash',
    ),
  ),
  faulty(
    'playbook_block.sh',
    'ssh-brute-force',
    0,
    { 'claims-without-act': ['run', 'it says that the address is blocked, and does nothing'] },
    { 'hits-allow-list': 'it acts on nobody' },
  ),
  faulty(
    'drop_silent.sh',
    'ssh-brute-force',
    0,
    {
      'claims-without-act': [
        'run',
        'there is no target BLOCK; iptables says so to nobody, the log says Blocked',
      ],
    },
    follows('does-not-block', 'missing-tool'),
  ),
  faulty(
    'block_web.sh',
    'web-attack',
    600,
    { 'syntax-error': ['text', 'an if without its fi'] },
    follows(
      'crashes',
      'no-log',
      'no-handshake',
      'never-reads',
      'bad-json-crash',
      'missing-tool',
      'ipv4-only',
    ),
  ),
  faulty(
    'isolate_now.sh',
    'high-severity',
    0,
    { 'never-reads': ['either', 'it acts without a look at its message'] },
    follows('wrong-field', 'no-target-check', 'bad-json-crash', 'hits-allow-list', 'acts-on-delete'),
  ),
  faulty(
    'mitigation_engine.py',
    'ssh-brute-force',
    0,
    { 'never-reads': ['either', 'it blocks a list of its own, whatever the message says'] },
    follows('wrong-field', 'no-target-check', 'bad-json-crash', 'hits-allow-list', 'does-not-block'),
  ),

  // Accounts, sessions and processes.
  faulty(
    'cut_fields.sh',
    'ssh-brute-force',
    0,
    {
      'takes-wrong-field': ['either', 'the 42nd piece between quotes is another one with each alert'],
    },
    follows('wrong-field', 'no-target-check'),
  ),
  faulty('lock_user.sh', 'ssh-brute-force', 900, {
    'no-handshake': ['both', 'it has a delete, but prints no keys'],
    'hits-allow-list': ['run', 'it locks root'],
  }),
  right('kick_session.py', 'high-severity', 0),
  faulty(
    'kill_auditd.sh',
    'auditd-command',
    0,
    {
      'takes-wrong-field': [
        'either',
        'pid= is found in ppid= first: it kills the shell that started the program',
      ],
    },
    {
      ...follows('wrong-field', 'no-target-check', 'bad-json-crash'),
      'hits-allow-list': 'any pid but 1 is killed',
    },
  ),
  right('kill_miner.sh', 'auditd-command', 0),
  faulty(
    'kill_name.py',
    'auditd-command',
    0,
    { injection: ['text', 'the name of a process is put into a command line for os.system'] },
    {
      'hits-allow-list': 'its list is short',
      'missing-tool': 'without pkill it says that there is no such process',
    },
  ),
  faulty(
    'expire_account.sh',
    'ssh-brute-force',
    900,
    {
      'weak-key': ['both', 'the key is the id of the rule'],
      'acts-before-continue': ['both', 'it prints the keys, and does not wait for the answer'],
    },
    follows('ignores-abort'),
  ),
  right('freeze_account.py', 'ssh-brute-force', 900),

  // Files.
  faulty(
    'del_vt.sh',
    'virustotal-malware',
    0,
    {
      'no-target-check': ['run', 'it removes a file called null, and says that the threat is gone'],
      'hits-allow-list': ['run', 'it removes any file'],
      'bad-json-crash': ['run', 'of half a message it says that the threat is gone'],
      'missing-tool': ['run', 'without jq it says that the threat is gone'],
    },
    { 'claims-without-act': 'the lie follows from each of these', injection: 'a path begins with a slash' },
  ),
  faulty(
    'move_away.sh',
    'file-added',
    0,
    { 'claims-without-act': ['run', 'the folder is never made, mv fails, and the log says moved'] },
    { injection: '../ gets past the list of folders, but FIM reports no such path' },
  ),
  right('vault.py', 'virustotal-malware', 0),
  faulty(
    'remove_threat.py',
    'virustotal-malware',
    0,
    {
      // Without a timeout execd answers continue to every key: a run shows nothing of it.
      'weak-key': ['text', 'the key is the id of the rule'],
      'needs-log': ['run', 'the log is opened first, and not caught'],
      'hits-allow-list': ['run', 'it removes any file'],
      crashes: ['run', 'a KeyError where the alert names no file, and not a word in the log'],
    },
    {
      'no-delete': 'a removed file does not come back',
      'not-reverted': 'a removed file does not come back',
      'acts-on-delete': 'it does nothing but log',
      injection: 'a path begins with a slash',
    },
  ),
  faulty(
    'quarantine_restore.sh',
    'file-added',
    3600,
    { 'not-reverted': ['run', 'the mode of the file is not given back'] },
    { injection: '../ gets past the list of folders, but FIM reports no such path' },
  ),
  right('webshell_guard.sh', 'file-added', 0),
  faulty(
    'manifest_guard.sh',
    'file-added',
    0,
    { injection: ['either', '/var/www/html/../ passes the look at the beginning of the path'] },
    { 'hits-allow-list': 'only in that way' },
  ),
  faulty(
    'sed_quarantine.sh',
    'file-added',
    0,
    { 'hits-allow-list': ['run', 'it moves any file'] },
    { 'bad-json-crash': 'half a message may hold the path', injection: 'FIM reports no path with ../' },
  ),
];
