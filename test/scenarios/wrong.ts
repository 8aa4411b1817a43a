import type { ScenarioName } from '../../dryrun';
import type { WazuhVersion } from '../../wazuh/versions';

/** A right script with one fault put in, and the scenario that shows it. */
export interface Fault {
  /** What a person has done wrong. */
  readonly title: string;
  /** One of dryrun/fixtures, right in every scenario. */
  readonly script: string;
  /** What is replaced, and by what; all must be there. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  readonly scenario: ScenarioName;
  readonly code: string;
  /** 4.14 where none is given. */
  readonly version?: WazuhVersion;
}

const deny = 'good-hosts-deny.sh';
const python = 'good-hosts-deny.py';
const firewall = 'good-firewall.sh';
const account = 'good-disable-account.py';
const threat = 'good-remove-threat.sh';
const router = 'router.sh';

const readMessage = 'IFS= read -r message\ncommand=';
const guard = `[[ $address != 127.* && $address != ::1 ]] || { log "$address is left alone"; exit 0; }\n`;
const check = "[[ $address =~ ^[0-9a-fA-F.:]+$ ]] || { log 'No address in the alert'; exit 0; }\n";
const sedLine = `sed -i "/^ALL: \${address//./\\\\.}\\$/d" /etc/hosts.deny`;
/** Where bash prints its keys. */
const keysOf = (word: string) => `["%s"]}}\\n' ${word}\n`;
const added = `printf 'ALL: %s\\n' "$address" >> /etc/hosts.deny\n`;

/** One fault each. */
export const faults: readonly Fault[] = [
  {
    title: 'waits for the end of its input',
    script: deny,
    edits: [[readMessage, 'message=$(cat)\ncommand=']],
    scenario: 'stdin-held-open',
    code: 'reads-to-eof',
  },
  {
    title: 'says nothing where there is no target',
    script: deny,
    edits: [[check, `[[ $address =~ ^[0-9a-fA-F.:]+$ ]] || exit 0\n`]],
    scenario: 'missing-target',
    code: 'no-log',
  },
  {
    title: 'does not flush its keys',
    script: python,
    edits: [[', flush=True', '']],
    scenario: 'repeated-offender',
    code: 'keys-in-buffer',
  },
  {
    title: 'prints no keys',
    script: deny,
    edits: [['check_keys', 'hello']],
    scenario: 'add',
    code: 'no-handshake',
  },
  {
    title: 'has a number of its own among the keys',
    script: deny,
    edits: [[keysOf('"$address"'), keysOf('"$address-$RANDOM$RANDOM"')]],
    scenario: 'abort',
    code: 'key-changes',
  },
  {
    title: 'does not look at the answer',
    script: deny,
    edits: [['[[ $(text_of command) == continue ]] ||', 'true ||']],
    scenario: 'abort',
    code: 'ignores-abort',
  },
  {
    title: 'sends the same key for every target',
    script: deny,
    edits: [[keysOf('"$address"'), keysOf('hosts-deny')]],
    scenario: 'two-targets',
    code: 'weak-key',
  },
  {
    title: 'does not know delete',
    script: deny,
    edits: [['$command == delete', '$command == undo']],
    scenario: 'add-delete',
    code: 'no-delete',
  },
  {
    title: 'takes back the first target for every target',
    script: deny,
    edits: [[sedLine, `sed -i '/^ALL: 203\\.0\\.113/d' /etc/hosts.deny; true`]],
    scenario: 'two-targets',
    code: 'not-reverted',
  },
  {
    title: 'remembers whom it has seen',
    script: deny,
    edits: [
      [
        added,
        `grep -qs "$address" /var/tmp/seen || { ${added.trim()}; }\necho "$address" >> /var/tmp/seen\n`,
      ],
    ],
    scenario: 'repeated-offender',
    code: 'acts-once',
  },
  {
    title: 'empties the chain where it should take back one rule',
    script: firewall,
    edits: [['$iptables -w -D INPUT -s "$address" -j DROP', '$iptables -w -F INPUT']],
    scenario: 'two-targets',
    code: 'takes-too-much',
  },
  {
    title: 'empties the list where it should take back one line',
    script: deny,
    edits: [[sedLine, 'printf "" > /etc/hosts.deny']],
    scenario: 'two-targets',
    code: 'takes-too-much',
  },
  {
    title: 'unblocks by adding a line',
    script: deny,
    edits: [[sedLine, `printf '# %s was here\\n' "$address" >> /etc/hosts.deny`]],
    scenario: 'delete-without-add',
    code: 'acts-on-delete',
  },
  {
    title: 'expects its line to be there',
    script: python,
    edits: [
      ['kept = [each for each in file if each != line]', 'kept = list(file)\n        kept.remove(line)'],
    ],
    scenario: 'delete-twice',
    code: 'crashes',
  },
  {
    title: 'does not look whether there is an address',
    script: deny,
    edits: [[check, '']],
    scenario: 'missing-target',
    code: 'no-target-check',
  },
  {
    title: 'gives every address to iptables',
    script: firewall,
    edits: [
      ['[[ $address == *:* ]] && iptables=ip6tables\n', ''],
      ['log "$address could not be blocked"', 'log "Blocked $address"'],
    ],
    scenario: 'ipv6-target',
    code: 'ipv4-only',
  },
  {
    title: 'gives every address to iptables, and says nothing of one that it refuses',
    script: firewall,
    edits: [
      ['[[ $address == *:* ]] && iptables=ip6tables\n', ''],
      ['log "$address could not be blocked"', 'exit 2'],
    ],
    scenario: 'ipv6-target',
    code: 'ipv4-only',
  },
  {
    title: 'has no allow-list',
    script: deny,
    edits: [[guard, '']],
    scenario: 'allow-listed-target',
    code: 'hits-allow-list',
  },
  {
    title: 'locks root',
    script: account,
    edits: [['user == "root"', 'user == "nobody"']],
    scenario: 'allow-listed-target',
    code: 'hits-allow-list',
  },
  {
    title: 'removes what the system needs',
    script: threat,
    edits: [['$file == /home/*', '$file == /*']],
    scenario: 'allow-listed-target',
    code: 'hits-allow-list',
  },
  {
    title: 'writes hosts.deny anew for each target',
    script: deny,
    edits: [[added, `printf 'ALL: %s\\n' "$address" > /etc/hosts.deny\n`]],
    scenario: 'two-targets',
    code: 'takes-too-much',
  },
  {
    title: 'empties the chain before it blocks',
    script: firewall,
    edits: [['|| $iptables -w -I INPUT', '|| { $iptables -w -F INPUT; } || false; $iptables -w -I INPUT']],
    scenario: 'two-targets',
    code: 'takes-too-much',
  },
  {
    title: 'gives the value to a shell',
    script: deny,
    edits: [
      // Of an address Wazuh lets nothing through that means anything to a shell.
      ['text_of srcip', 'text_of srcuser'],
      [check, ''],
      [added, 'sh -c "echo ALL: $address >> /etc/hosts.deny"\n'],
    ],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'gives the value to a shell, in single quotes',
    script: python,
    edits: [
      [
        'address = ip_address(message["parameters"]["alert"]["data"]["srcip"])',
        'address = message["parameters"]["alert"]["data"]["srcuser"]',
      ],
      ['address.is_loopback', 'address == "127.0.0.1"'],
      [
        '    with open(DENY, "a") as file:\n        file.write(line)',
        `    import os\n    os.system(f"echo 'ALL: {address}' >> {DENY}")`,
      ],
    ],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'writes the value into a file of that name',
    script: deny,
    edits: [
      // Of an address Wazuh lets nothing through that means anything to a shell.
      ['text_of srcip', 'text_of srcuser'],
      [check, ''],
      [added, 'mkdir -p /var/blocked; printf x > "/var/blocked/$address"\n'],
    ],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'writes whatever it got into a configuration',
    script: python,
    edits: [
      [
        'address = ip_address(message["parameters"]["alert"]["data"]["srcip"])',
        'address = message["parameters"]["alert"]["data"]["srcuser"]',
      ],
      ['address.is_loopback', 'address == "127.0.0.1"'],
    ],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'gives a name that begins with a hyphen to a command as it is',
    script: account,
    edits: [['"passwd", "-l", "--", user', '"systemctl", "restart", user']],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'gives a name that begins with a hyphen to a program that knows no such option',
    script: account,
    edits: [['"passwd", "-l", "--", user', '"usermod", "--lock", user']],
    scenario: 'hostile-values',
    code: 'injection',
  },
  {
    title: 'lets read eat the backslashes',
    script: deny,
    edits: [
      [readMessage, 'read message\ncommand='],
      [
        'address=$(text_of srcip)',
        `address=$(printf '%s' "$message" | jq -r .parameters.alert.data.srcip 2> /dev/null)`,
      ],
    ],
    scenario: 'backslashes',
    code: 'mangles-input',
  },
  {
    title: 'takes no more than 4 kB',
    script: python,
    edits: [
      [
        'message = json.loads(sys.stdin.readline())\n        address',
        'message = json.loads(sys.stdin.readline(4096))\n        address',
      ],
    ],
    scenario: 'big-alert',
    code: 'cuts-input',
  },
  {
    title: 'falls over what is no JSON',
    script: python,
    edits: [['(KeyError, ValueError)', 'KeyError']],
    scenario: 'malformed-json',
    code: 'bad-json-crash',
  },
  {
    title: 'falls over an empty line',
    script: python,
    edits: [['(KeyError, ValueError)', 'KeyError']],
    scenario: 'empty-line',
    code: 'bad-json-crash',
  },
  {
    title: 'logs what it has not done',
    script: firewall,
    edits: [['  log "$address could not be blocked"', '  log "Blocked $address"']],
    scenario: 'tool-missing',
    code: 'missing-tool',
  },
  {
    title: 'says nothing where jq is missing',
    script: deny,
    edits: [
      ['address=$(text_of srcip)', `address=$(printf '%s' "$message" | jq -r .parameters.alert.data.srcip)`],
      [check, '[[ $address =~ ^[0-9a-fA-F.:]+$ ]] || exit 0\n'],
    ],
    scenario: 'tool-missing',
    code: 'missing-tool',
  },
  {
    title: 'opens its log first',
    script: python,
    edits: [['def main():\n', 'def main():\n    open(LOG, "a").close()\n']],
    scenario: 'no-log-folder',
    code: 'needs-log',
  },
  {
    title: 'calls a router without a time limit',
    script: router,
    edits: [[' -o ConnectTimeout=5', '']],
    scenario: 'network-silent',
    code: 'slow',
  },
  {
    title: 'says that it is blocked, though nobody answered',
    script: 'asks-cloud.sh',
    edits: [["log 'The firewall could not be reached'", 'log "Blocked $address"']],
    scenario: 'network-silent',
    code: 'claims-without-act',
  },
  {
    title: 'says that it is blocked, though the answer was an error',
    script: 'asks-cloud.sh',
    edits: [['Asked for $address to be blocked', 'Blocked $address']],
    scenario: 'network-refuses',
    code: 'claims-without-act',
  },
  {
    title: 'makes a note, and calls it a block',
    script: deny,
    edits: [
      [added, 'touch "/var/ossec/blocked-$address"\n'],
      ['log "Denied $address"', 'log "Blocked $address"'],
    ],
    scenario: 'add',
    code: 'claims-without-act',
  },
  {
    title: 'has a router block whatever it is told',
    script: router,
    edits: [['[[ $address != 127.* && $address != ::1 ]]', 'true']],
    scenario: 'allow-listed-target',
    code: 'hits-allow-list',
  },
  {
    title: 'writes back what it has read a while ago',
    script: python,
    edits: [
      [
        '    with open(DENY, "a") as file:\n        file.write(line)',
        '    import time\n    text = open(DENY).read()\n    time.sleep(0.5)\n    with open(DENY, "w") as file:\n        file.write(text + line)',
      ],
    ],
    scenario: 'concurrent',
    code: 'races',
  },
  {
    title: 'knows the words and fields of 4.14 alone',
    script: deny,
    edits: [],
    scenario: 'enable-disable',
    code: 'old-words',
    version: '5.0',
  },
];
