import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../wazuh/alert';
import { badJsonCrash } from './checks/bad-json-crash';
import { badShebang } from './checks/bad-shebang';
import { chatterBeforeHandshake } from './checks/chatter-before-handshake';
import type { ScriptCheck } from './checks/check';
import { manglesInput } from './checks/mangles-input';
import { missingTool } from './checks/missing-tool';
import { noHandshake } from './checks/no-handshake';
import { readsToEof } from './checks/reads-to-eof';
import { takesTooMuch } from './checks/takes-too-much';
import { weakKey } from './checks/weak-key';
import { wrongField } from './checks/wrong-field';
import { readScript, shown } from './for-tests';
import { type Knowledge, type Language, staticFindings } from './index';
import { staticChecks } from './static-findings';

const sshAlert: Alert = {
  rule: { id: '5710', level: 5 },
  agent: { id: '001', ip: '10.0.0.5' },
  data: { srcip: '203.0.113.7', srcuser: 'admin' },
  location: '/var/log/auth.log',
};
const windowsAlert: Alert = {
  rule: { id: '60204' },
  data: { win: { eventdata: { ipAddress: '203.0.113.7', targetUserName: 'eve' } } },
};
const fileAlert: Alert = { rule: { id: '554' }, syscheck: { path: '/tmp/x', md5_after: 'd41d8cd9' } };

/** `marked` holds ⟦…⟧ around everything that the check must report, and nothing else is reported. */
async function check(
  of: ScriptCheck,
  language: Language,
  marked: string,
  known: Knowledge = {},
): Promise<void> {
  expect(await shown(of, language, marked, known)).toBe(marked);
}

describe('each check keeps what its header promises', () => {
  const known: Knowledge = { stateful: true, alerts: [sshAlert] };
  it.each(staticChecks)('$code', async (of) => {
    const { language, bad, good } = of.example;
    await check(of, language, bad, { ...known, executable: false });
    await check(of, language, good, { ...known, executable: true });
    expect(of.explanation.length).toBeGreaterThan(100);
  });
});

const handshake = `print(json.dumps({"command": "check_keys", "parameters": {"keys": [srcip]}}), flush=True)\n`;

describe('bad-json-crash', () => {
  const reader =
    'def read():\n    try:\n        return json.loads(sys.stdin.readline())\n    except ValueError:\n        log("no JSON")\n        return None\n';
  const filled =
    'def read():\n    line = sys.stdin.readline()\n    try:\n        message.alert = json.loads(line)\n    except ValueError:\n        message.command = -1\n        return message\n    return message\n';
  it.each<[Language, string]>([
    ['bash', 'set -e\nIFS= read -r m\n⟦a=$(jq .a <<< "$m")⟧\n'],
    ['python', `${reader}m = read()\nip = ⟦m["parameters"]⟧["alert"]["data"]["srcip"]\n`],
    ['python', `${reader}def main():\n    m = read()\n    log(str(m))\n    a = ⟦m["parameters"]⟧\nmain()\n`],
    ['python', `${filled}msg = read()\nlog(str(msg.command))\nip = ⟦msg.alert["parameters"]⟧["alert"]\n`],
    ['python', `${filled}msg = read()\nif msg.command < 0:\n    sys.exit(1)\nip = msg.alert["parameters"]\n`],
    ['python', `${reader}m = read()\nif not m:\n    sys.exit(1)\nip = m["parameters"]\n`],
    ['python', `${reader}m = read()\ncheck(m)\nip = m["parameters"]\n`],
    ['python', `${reader}m = read()\ntry:\n    ip = m["parameters"]\nexcept TypeError:\n    sys.exit(1)\n`],
    ['python', `${reader.replace('return None', 'sys.exit(1)')}m = read()\nip = m["parameters"]\n`],
    ['python', 'for line in sys.stdin:\n    break\nm = ⟦json.loads(line)⟧\n'],
    ['python', 'text = ""\nfor line in sys.stdin:\n    text = line\n    break\nm = ⟦json.loads(text)⟧\n'],
    // It makes JSON, and reads none.
    ['bash', "set -e\nIFS= read -r m\na=$(jq -cn --arg b c '{$b}')\n"],
  ])('%s: %s', (language, marked) => check(badJsonCrash, language, marked));
});

describe('weak-key where a function sends the keys', () => {
  const send =
    'def ask(keys):\n    print(json.dumps({"command": "check_keys", "parameters": {"keys": keys}}))\n';
  const sendOne =
    'def ask(key):\n    print(json.dumps({"command": "check_keys", "parameters": {"keys": [⟦key⟧]}}))\n';
  const shell = (key: string) =>
    `ask() {\n  printf '{"command":"check_keys","parameters":{"keys":["%s"]}}\\n' "$1"\n}\n${key}`;
  it.each<[Language, string]>([
    ['python', `${send}ask([⟦alert["rule"]["id"]⟧])\n`],
    ['python', `${send}rule = alert["rule"]["id"]\nask([⟦rule⟧])\n`],
    ['python', `${send}ask([alert["data"]["srcip"]])\n`],
    ['python', `${sendOne}ask(alert["rule"]["id"])\n`],
    ['python', `${sendOne}rule = alert["rule"]["id"]\nask(rule)\n`],
    ['python', `${sendOne.replace(/[⟦⟧]/g, '')}ask(alert["data"]["srcip"])\n`],
    // One of them may be right.
    ['python', `${sendOne.replace(/[⟦⟧]/g, '')}ask(alert["rule"]["id"])\nask(alert["data"]["srcip"])\n`],
    [
      'bash',
      `IFS= read -r m\nRULE=$(jq -r .parameters.alert.rule.id <<< "$m")\n${shell('ask "$RULE"').replace('"%s"', '⟦"%s"⟧')}\n`,
    ],
    ['bash', `IFS= read -r m\nIP=$(jq -r .parameters.alert.data.srcip <<< "$m")\n${shell('ask "$IP"')}\n`],
  ])('%s: %s', (language, marked) => check(weakKey, language, marked));
});

describe('takes-too-much for Windows', () => {
  const fields = '$m = [Console]::In.ReadLine() | ConvertFrom-Json\n$ip = $m.parameters.alert.data.srcip\n';
  const block = (undo: string, name = 'Wazuh $ip') =>
    `${fields}if ($m.command -eq "add") {\n  New-NetFirewallRule -DisplayName "${name}" -Group "Wazuh" -RemoteAddress $ip -Action Block\n}\nif ($m.command -eq "delete") {\n  ${undo}\n}\n`;
  it.each<[Language, string]>([
    ['powershell', block('⟦Remove-NetFirewallRule -Group "Wazuh"⟧')],
    ['powershell', block('Get-NetFirewallRule -Group "Wazuh" | ⟦Remove-NetFirewallRule⟧')],
    ['powershell', block('⟦netsh advfirewall firewall delete rule name="Wazuh"⟧')],
    ['powershell', block('⟦netsh advfirewall reset⟧')],
    ['powershell', block('Remove-NetFirewallRule -DisplayName "Wazuh $ip"')],
    ['powershell', block('Get-NetFirewallRule -DisplayName "Wazuh $ip" | Remove-NetFirewallRule')],
    ['powershell', block('netsh advfirewall firewall delete rule name="Wazuh" remoteip=$ip')],
    // One rule that cuts off the whole host.
    [
      'powershell',
      `${fields}if ($m.command -eq "add") {\n  New-NetFirewallRule -DisplayName "Cut off" -Action Block\n}\nif ($m.command -eq "delete") {\n  Remove-NetFirewallRule -DisplayName "Cut off"\n}\n`,
    ],
  ])('%s: %s', (language, marked) => check(takesTooMuch, language, marked));
});

describe('missing-tool in a first line', () => {
  it.each<[Language, string]>([
    ['python', '#!/usr/bin/env ⟦python⟧\nimport json\n'],
    ['python', '#!/usr/bin/⟦python⟧ -u\nimport json\n'],
    ['python', '#!/usr/bin/env ⟦python2.7⟧\nimport json\n'],
    ['python', '#!/usr/bin/env python3\nimport json\n'],
    ['python', '#!/usr/bin/python3.11\nimport json\n'],
    ['python', '#!/var/ossec/framework/python/bin/python3\nimport json\n'],
    // Windows goes by how the name ends.
    ['python', '#!/usr/bin/env python\nimport winreg\n'],
  ])('%s: %s', (language, marked) => check(missingTool, language, marked));
});

describe('mangles-input in sh', () => {
  const sh = '#!/bin/sh\nIFS= read -r m\n';
  it.each<[string]>([
    [`${sh}a=$(⟦echo "$m"⟧ | jq -r .a)\n`],
    [`${sh}a=$(echo "$m" | sed -n 's/.*"a":"\\([^"]*\\)".*/\\1/p')\n`],
  ])('%s', (marked) => check(manglesInput, 'bash', marked));
});

it('what only follows from arguments that never come is not told', async () => {
  const text = `#!/bin/bash
ACTION=$1
[ "$ACTION" = add ] || exit 0
IFS= read -r message
ID=$(jq -r .parameters.alert.case_id <<< "$message")
curl -d "$ID" https://example.org/
`;
  const script = await readScript(text, 'x.sh');
  expect(staticFindings(script).map(({ code }) => code)).toEqual(['argv-protocol']);
});

describe('reads-to-eof', () => {
  it.each<[Language, string]>([
    ['python', 'data = ⟦sys.stdin.read()⟧\n'],
    ['bash', "id=$(⟦python3 -c 'import json, sys; print(json.load(sys.stdin)[1])'⟧)\n"],
    ['bash', "id=$(python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())[1])')\n"],
    ['bash', 'id=$(python3 parse.py)\n'],
    ['python', 'data = ⟦sys.stdin.buffer.read()⟧\n'],
    ['python', 'data = ⟦json.load(sys.stdin)⟧\n'],
    ['python', 'from sys import stdin\ndata = json.loads(⟦stdin.read()⟧)\n'],
    ['python', 'lines = ⟦sys.stdin.readlines()⟧\n'],
    ['python', 'data = ⟦open(0).read()⟧\n'],
    ['python', 'data = ⟦open("/dev/stdin", encoding="utf-8").read()⟧\n'],
    ['python', '⟦for line in sys.stdin:⟧\n    handle(line)\n\nprint(1)\n'],
    ['python', 'for line in sys.stdin:\n    handle(line)\n    break\n'],
    ['python', 'data = sys.stdin.readline()\n'],
    ['python', 'data = sys.stdin.read(1)\n'],
    ['python', '# data = sys.stdin.read()\n'],
    ['python', '"""Never sys.stdin.read() here."""\ndata = input()\n'],
    ['python', `line = sys.stdin.readline()\n${handshake}answer = sys.stdin.read()\n`],
    ['python', 'with open("x") as f:\n    f.read()\n'],
    ['bash', 'INPUT=$(⟦cat⟧)\n'],
    ['bash', 'INPUT=`⟦cat -⟧`\n'],
    ['bash', 'INPUT=$(⟦cat /dev/stdin⟧)\n'],
    ['bash', 'INPUT=⟦$(</dev/stdin)⟧\n'],
    ['bash', '⟦cat⟧ > /tmp/alert.json\n'],
    ['bash', '⟦mapfile -t lines⟧\n'],
    ['bash', 'IP=$(⟦jq -r .parameters.alert.data.srcip⟧)\n'],
    ['bash', "IP=$(⟦jq -r '.parameters.alert.data.srcip'⟧ | head -n1)\n"],
    ['bash', "⟦read -r -d '' INPUT⟧\n"],
    ['bash', '⟦while read -r line; do⟧\n  echo "$line" >> log\ndone\n'],
    ['bash', 'while read -r line; do\n  handle "$line"\n  break\ndone\n'],
    ['bash', 'while read -r line; do\n  handle "$line"\ndone < /etc/hosts\n'],
    ['bash', 'IFS= read -r INPUT\n'],
    ['bash', 'echo "$X" | cat > /tmp/y\n'],
    ['bash', 'cat <<EOF\nhello\nEOF\n'],
    ['bash', 'cat > /tmp/y <<EOF\nhello\nEOF\n'],
    ['bash', 'cat /etc/hosts\n'],
    ['bash', 'IP=$(echo "$INPUT" | jq -r .parameters.alert.data.srcip)\n'],
    ['bash', 'IP=$(jq -r .command <<< "$INPUT")\n'],
    ['bash', "jq -n '{a: 1}'\n"],
    ['powershell', '$text = ⟦[Console]::In.ReadToEnd()⟧\n'],
    ['powershell', '$json = ⟦$input⟧ | Out-String | ConvertFrom-Json\n'],
    ['powershell', '$input = [Console]::In.ReadLine()\n$json = $input | ConvertFrom-Json\n'],
    ['powershell', '$INPUT_JSON = Read-Host\n'],
  ])('%s: %s', (language, marked) => check(readsToEof, language, marked));
});

describe('mangles-input', () => {
  it.each<[string]>([
    ['⟦read INPUT⟧\n'],
    ['⟦IFS= read INPUT⟧\n'],
    ['⟦read -t 5 INPUT⟧; echo "$INPUT"\n'],
    ['if ! ⟦read INPUT⟧; then exit 1; fi\n'],
    ['while ⟦read line⟧; do\n  break\ndone\n'],
    ['read -r INPUT\n'],
    ['IFS= read -rt 5 INPUT\n'],
    ['read -t 5 -r INPUT\n'],
    ['while read line; do\n  x\ndone < /etc/hosts\n'],
    ['read a b <<< "$pair"\n'],
    ['# read INPUT\n'],
    ['echo "cannot read input"\n'],
    ['while read pid; do\n  x\ndone < <(ps)\n'],
    ['ps | while read pid; do\n  x\ndone\n'],
    ['spread INPUT\n'],
    ['read -r INPUT\n⟦printf "$INPUT"⟧ | jq .\n'],
    ['read -r INPUT\nprintf "%s" "$INPUT" | jq .\n'],
    ['read -r INPUT\n⟦echo -e "$INPUT"⟧ | jq .\n'],
    ['read -r INPUT\necho -n "$INPUT" | jq .\n'],
  ])('%s', (marked) => check(manglesInput, 'bash', marked));
});

describe('no-handshake', () => {
  const text = '#!/usr/bin/env python3\nprint(sys.stdin.readline())\n';
  it('says nothing of a stateless response', () => check(noHandshake, 'python', text, { stateful: false }));
  it('is not deceived by a comment', () =>
    check(noHandshake, 'python', '⟦#!/usr/bin/env python3⟧\n# TODO: check_keys\n', { stateful: true }));
});

describe('weak-key', () => {
  it.each<[Language, string]>([
    [
      'python',
      'ip = m["parameters"]["alert"]["data"]["srcip"]\nsend({"command": "check_keys", "parameters": {"keys": ⟦[]⟧}})\n',
    ],
    [
      'python',
      'alert = m["parameters"]["alert"]\nkeys = [⟦alert["rule"]["id"]⟧]\nsend("check_keys", keys)\n',
    ],
    [
      'python',
      'alert = m["parameters"]["alert"]\nkeys = [alert["rule"]["id"], alert["data"]["srcip"]]\nsend("check_keys", keys)\n',
    ],
    ['python', 'ip = m["parameters"]["alert"]["data"]["srcip"]\nsend("check_keys", {"keys": [⟦"lock"⟧]})\n'],
    ['python', 'send("check_keys", {"keys": [f"block-{srcip}"]})\n'],
    ['python', 'send("check_keys", {"keys": [⟦str(rule_id)⟧]})\n'],
    ['python', 'send("check_keys", {"keys": [target]})\n'],
    [
      'python',
      'ip = m["parameters"]["alert"]["data"]["srcip"]\nname = "x"\nsend("check_keys", {"keys": [⟦name⟧]})\n',
    ],
    ['python', 'keys = []\nkeys2 = {"keys": [1]}\n'],
    [
      'bash',
      `RULE_ID=$(echo "$I" | jq -r .parameters.alert.rule.id)\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[⟦\\"$RULE_ID\\"⟧]}}"\n`,
    ],
    [
      'bash',
      `IP=$(echo "$I" | jq -r .parameters.alert.data.srcip)\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"$IP\\"]}}"\n`,
    ],
    [
      'bash',
      `id=$(jq -r .parameters.alert.rule.id <<<"$I")\nprintf '{"origin":{"name":"%s"},"command":"check_keys","parameters":{"keys":[⟦"%s"⟧]}}\\n' "$0" "$id"\n`,
    ],
    [
      'bash',
      `ip=$(jq -r .parameters.alert.data.srcip <<<"$I")\nprintf '{"origin":{"name":"%s"},"command":"check_keys","parameters":{"keys":["%s"]}}\\n' "$0" "$ip"\n`,
    ],
    [
      'bash',
      `ip=$(jq -r .parameters.alert.data.srcip <<<"$I")\necho '{"command":"check_keys","parameters":{"keys":⟦[]⟧}}'\n`,
    ],
    // The host as a whole is the target.
    ['bash', `iptables -P INPUT DROP\necho '{"command":"check_keys","parameters":{"keys":["isolate"]}}'\n`],
    [
      'bash',
      `ip=$(jq -r .parameters.alert.data.srcip <<<"$I")\njq -nc --arg key "$ip" '{command:"check_keys",parameters:{keys:[$key]}}'\n`,
    ],
    [
      'bash',
      `r=$(jq -r .parameters.alert.rule.id <<<"$I")\njq -nc --arg key "$r" '{command:"check_keys",parameters:{keys:[⟦$key⟧]}}'\n`,
    ],
    [
      'powershell',
      '$alert = $m.parameters.alert\n$id = $alert.rule.id\n$x = @{command="check_keys"; parameters=@{keys=@(⟦$id⟧)}}\n',
    ],
    [
      'powershell',
      '$ip = $m.parameters.alert.data.srcip\n$x = @{command="check_keys"; parameters=@{keys=@($ip)}}\n',
    ],
    [
      'powershell',
      `$ip = $m.parameters.alert.data.srcip\n$x = '{"command":"check_keys","parameters":{"keys":["' + $ip + '"]}}'\n`,
    ],
    [
      'powershell',
      `$r = $m.parameters.alert.rule.id\n$x = '{"command":"check_keys","parameters":{"keys":[⟦"' + $r + '"⟧]}}'\n`,
    ],
    [
      'powershell',
      `$ip = $m.parameters.alert.data.srcip\n$x = '{{"command":"check_keys","parameters":{{"keys":["{0}"]}}}}' -f $ip\n`,
    ],
    [
      'powershell',
      '$ip = $m.parameters.alert.data.srcip\n$x = "{`"command`":`"check_keys`",`"parameters`":{`"keys`":[`"$ip`"]}}"\n',
    ],
  ])('%s: %s', (language, marked) => check(weakKey, language, marked));
});

describe('chatter-before-handshake', () => {
  it.each<[Language, string]>([
    ['python', `⟦print("start")⟧\n${handshake}`],
    ['python', `print("start", file=sys.stderr)\n${handshake}`],
    ['python', `def log(m):\n    print(m)\n\n${handshake}`],
    ['python', `def main():\n    ⟦print("start")⟧\n    ${handshake}    print("done")\n`],
    ['python', 'print("this never shakes hands")\n'],
    [
      'bash',
      `echo start | ⟦tee -a /tmp/log⟧\nprintf '{"command":"check_keys","parameters":{"keys":["%s"]}}\\n' "$ip"\n`,
    ],
    [
      'bash',
      `echo start | tee -a /tmp/log > /dev/null\nprintf '{"command":"check_keys","parameters":{"keys":["%s"]}}\\n' "$ip"\n`,
    ],
    ['bash', `⟦echo start⟧\necho '{"command":"check_keys"}'\necho done\n`],
    ['bash', `echo start >> "$LOG"\nX=$(echo "$I" | jq .)\necho '{"command":"check_keys"}'\n`],
    ['bash', `if [ -z "$ip" ]; then ⟦echo "no address"⟧; exit 1; fi\nprintf '{"command":"check_keys"}'\n`],
    ['bash', `log() {\n  echo "$1"\n}\nprintf '{"command":"check_keys"}'\n`],
    ['powershell', '⟦Write-Host "start"⟧\n[Console]::WriteLine($checkKeys + "check_keys")\n'],
  ])('%s: %s', (language, marked) => check(chatterBeforeHandshake, language, marked));

  const log = '/var/ossec/logs/active-responses.log';
  it.each<[Language, string]>([
    ['bash', `IFS= read -r m\n⟦echo started⟧\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\necho "$m" | ⟦tee -a ${log}⟧\n`],
    ['bash', `IFS= read -r m\nif [ -n "$ip" ]; then\n  ⟦echo blocked⟧\n  echo x >> ${log}\nfi\n`],
    ['bash', `IFS= read -r m\n⟦curl -s -d "$m" https://example.org⟧\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\ncurl -s -o /dev/null -d "$m" https://example.org\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\ncode=$(curl -sS -d "$m" https://example.org)\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\n[ -n "$m" ] || { echo nothing; exit 1; }\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\nif [ -z "$m" ]; then\n  echo nothing\n  exit 1\nfi\necho x >> ${log}\n`],
    ['bash', `IFS= read -r m\n[ -n "$VERBOSE" ] && echo nothing\necho x >> ${log}\n`],
    ['bash', `digit() {\n  echo 1\n}\nIFS= read -r m\necho x >> ${log}\n`],
    ['bash', `digit() {\n  echo 1\n}\nIFS= read -r m\nd=$(digit)\necho x >> ${log}\n`],
  ])('without keys, in %s: %s', (language, marked) => check(chatterBeforeHandshake, language, marked));
});

describe('bad-shebang', () => {
  it.each<[Language, string]>([
    ['python', '⟦import sys⟧\n'],
    ['python', '\n⟦#!/usr/bin/env python3⟧\n'],
    ['python', '⟦#!python3⟧\n'],
    ['python', '⟦#!/usr/bin/env python3 -u⟧\n'],
    ['python', '#!/usr/bin/env -S python3 -u\n'],
    ['python', '#! /usr/bin/python3\n'],
    ['bash', '#!/bin/sh\n'],
    ['powershell', 'Write-Host hello\n'],
  ])('%s: %s', (language, marked) => check(badShebang, language, marked));
  it('sees a byte order mark', async () => {
    expect(staticFindings(await readScript('\uFEFF#!/bin/bash\n', 'x.sh')).map(({ code }) => code)).toEqual([
      'bad-shebang',
    ]);
  });
});

describe('wrong-field', () => {
  it.each<[string, Alert, Language, string]>([
    [
      'from the top of the message',
      sshAlert,
      'bash',
      'read -r m\nip=$(echo "$m" | jq -r \'⟦.alert.data.srcip⟧\')\n',
    ],
    [
      'a dot in a key is none in an alert',
      { data: { Agent: { ip: '203.0.113.7' } } },
      'bash',
      'read -r m\nip=$(jq -r \'⟦.parameters.alert.data["Agent.ip"]⟧\' <<< "$m")\n',
    ],
    [
      'nor in Python',
      windowsAlert,
      'python',
      'a = m["parameters"]["alert"]\nip = ⟦a["data"].get("win.eventdata.ipAddress")⟧\n',
    ],
    [
      'but a fallback counts there as well',
      windowsAlert,
      'python',
      'd = m["parameters"]["alert"]["data"]\nip = d.get("win.eventdata.ipAddress") or d["win"]["eventdata"]["ipAddress"]\n',
    ],
    [
      'from the parameters',
      sshAlert,
      'bash',
      'read -r m\np=$(jq -c .parameters <<< "$m")\nip=$(jq -r .alert.data.srcip <<< "$p")\n',
    ],
    [
      'a fallback counts',
      sshAlert,
      'python',
      'a = m["parameters"]["alert"]\nip = a.get("srcip") or a["data"]["srcip"]\n',
    ],
    [
      'so does one of another family',
      windowsAlert,
      'bash',
      'A=$(jq -r ".parameters.alert.data.srcip // .parameters.alert.data.win.eventdata.ipAddress" <<<"$I")\n',
    ],
    ['another place', windowsAlert, 'bash', 'A=$(jq -r ⟦.parameters.alert.data.srcip⟧ <<<"$I")\n'],
    [
      'capitals',
      windowsAlert,
      'bash',
      'read -r M\nIP=$(jq -r ⟦.parameters.alert.data.win.eventdata.IpAddress⟧ <<< "$M")\n',
    ],
    [
      'which PowerShell does not tell apart',
      windowsAlert,
      'powershell',
      '$ip = $m.parameters.alert.data.win.eventdata.IPADDRESS\n',
    ],
    ['nothing to act on', fileAlert, 'python', 'ip = ⟦m["parameters"]["alert"]["data"]["srcip"]⟧\n'],
    [
      'nothing to act on, written as a path',
      fileAlert,
      'python',
      'ip = dig(m, "⟦parameters.alert.data.srcip⟧")\n',
    ],
    [
      'what describes the event may be missing',
      sshAlert,
      'python',
      'a = m["parameters"]["alert"]\nx = a["full_log"]\nip = a["data"]["srcip"]\n',
    ],
    [
      'what is only reported may be missing',
      sshAlert,
      'python',
      'd = m["parameters"]["alert"]["data"]\nip = d["srcip"]\nurl = d.get("url")\n',
    ],
    [
      'the way down is no target',
      fileAlert,
      'python',
      'a = m.get("parameters", {}).get("alert", {})\ns = a.get("syscheck", {})\np = s.get("path")\n',
    ],
  ])('%s', (_, alert, language, marked) => check(wrongField, language, marked, { alerts: [alert] }));

  it.each<[string, Language, string]>([
    ['at the top of the message', 'bash', 'read -r M\nIP=$(echo "$M" | jq -r ⟦.srcip⟧)\n'],
    [
      'the command is not under parameters',
      'python',
      'p = json.loads(sys.stdin.readline())["parameters"]\nc = ⟦p.get("command", "add")⟧\n',
    ],
    [
      'an alert that is made up for the API',
      'python',
      'a = m["parameters"]["alert"]\nif a["action"] == "block": block(a["ip"])\n',
    ],
    [
      'an alert of a rule, with a name that it has nowhere',
      'python',
      'a = m["parameters"]["alert"]\nr = a["rule"]["id"]\nx = ⟦a["severity"]⟧\n',
    ],
    [
      'capitals, which PowerShell does not tell apart',
      'powershell',
      '$u = $m.parameters.alert.data.win.eventData.targetUserName\n',
    ],
    ['at the top of the message, by stdin', 'bash', 'L=$(jq -r ⟦.rule.level⟧)\n'],
    [
      'at the top of the message, in Python',
      'python',
      'm = json.loads(sys.stdin.readline())\nip = ⟦m["data"]["srcip"]⟧\n',
    ],
    ['under parameters', 'python', 'ip = ⟦m["parameters"]["srcip"]⟧\n'],
    ['at the top of the alert', 'python', 'ip = ⟦m["parameters"]["alert"]["srcip"]⟧\n'],
    [
      'at the top of the alert, by a name',
      'python',
      'alert = m["parameters"]["alert"]\nip = ⟦alert.get("src_ip", "none")⟧\n',
    ],
    [
      'at the top of the alert, by a path',
      'python',
      'def dig(node, path):\n    for key in path.split("."):\n        node = node.get(key, {})\n    return node\n\nalert = m["parameters"]["alert"]\nip = ⟦dig(alert, "srcip")⟧\n',
    ],
    ['with a capital', 'bash', "IP=$(jq -r '⟦.parameters.alert.data.win.eventdata.IpAddress⟧')\n"],
    [
      'with Python in a word',
      'bash',
      `read -r M\nIP=$(echo "$M" | python3 -c 'import json, sys; print(⟦json.load(sys.stdin)["srcip"]⟧)')\n`,
    ],
    ['in PowerShell', 'powershell', '$ip = ⟦$m.parameters.alert.srcip⟧\n'],
    // What follows may be there.
    ['a name alone speaks for the alert', 'python', 'def f(alert):\n    return alert["srcip"]\n'],
    ['it is one of two places', 'bash', "IP=$(jq -r '.srcip // .parameters.alert.data.srcip')\n"],
    [
      'it is one of two places, each with a name',
      'python',
      'alert = m["parameters"]["alert"]\nip = alert.get("srcip")\nif not ip:\n    ip = alert["data"].get("srcip")\n',
    ],
    [
      'it is one of two places, for either shape of the message',
      'python',
      'm = json.loads(sys.stdin.readline())\nalert = m.get("parameters", {}).get("alert", m)\nip = alert["data"]["srcip"]\n',
    ],
    [
      'it is of 5.0',
      'python',
      'm = json.loads(sys.stdin.readline())\nif m["command"] == "enable":\n    block(m["agent"]["name"])\n',
    ],
    ['it is the script’s own', 'python', 'm = json.loads(sys.stdin.readline())\ntrial = m.get("dry_run")\n'],
    ['it is of another file', 'python', 's = json.load(open("settings.json"))\nip = s["srcip"]\n'],
  ])('is nowhere: %s', (_, language, marked) => check(wrongField, language, marked));

  it.each<[name: string, before: string, after: string]>([
    ['x.py', 'ip = m["parameters"]["alert"]["srcip"]\n', 'ip = m["parameters"]["alert"]["data"]["srcip"]\n'],
    [
      'x.py',
      'a = m["parameters"]["alert"]\nip = a.get("srcip", "none")\n',
      'a = m["parameters"]["alert"]\nip = a.get("data", {}).get("srcip", "none")\n',
    ],
    [
      'x.py',
      'm = json.loads(sys.stdin.readline())\nip = m.get("srcip")\n',
      'm = json.loads(sys.stdin.readline())\nip = m.get("parameters", {}).get("alert", {}).get("data", {}).get("srcip")\n',
    ],
    ['x.sh', 'L=$(jq -r .rule.level)\n', 'L=$(jq -r .parameters.alert.rule.level)\n'],
    [
      'x.sh',
      `read -r M\nIP=$(echo "$M" | python3 -c "import json, sys; print(json.load(sys.stdin)['srcip'])")\n`,
      `read -r M\nIP=$(echo "$M" | python3 -c "import json, sys; print(json.load(sys.stdin)['parameters']['alert']['data']['srcip'])")\n`,
    ],
    [
      'x.sh',
      `read -r M\nf() { echo "$M" | jq -r "$1"; }\nIP=$(f '.srcip')\n`,
      `read -r M\nf() { echo "$M" | jq -r "$1"; }\nIP=$(f '.parameters.alert.data.srcip')\n`,
    ],
    ['x.ps1', '$ip = $m.parameters.alert.srcip\n', '$ip = $m.parameters.alert.data.srcip\n'],
  ])('is mended in %s: %j', async (name, before, after) => {
    const found = staticFindings(await readScript(before, name)).find(({ code }) => code === 'wrong-field');
    const [edit] = found?.fixes?.[0]?.edits ?? [];
    expect(edit && before.slice(0, edit.span.start) + edit.newText + before.slice(edit.span.end)).toBe(after);
  });

  it('names the right place', async () => {
    const text = '#!/bin/bash\nread -r I\nip=$(jq -r .parameters.alert.srcip <<<"$I")\n';
    expect(staticFindings(await readScript(text, 'x.sh'), { alerts: [sshAlert] })).toMatchObject([
      {
        code: 'wrong-field',
        line: 2,
        message: 'The alert has no srcip. Did you mean parameters.alert.data.srcip?',
      },
    ]);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...'"\'\\\n\r#$(){}[]|;<=`\t '.split(''),
    ...[
      'read',
      'cat',
      'while read x',
      'done',
      'def f():',
      'print(',
      'check_keys',
      '"keys": [',
      '%s',
      'printf',
    ],
    ...[
      'sys.stdin.read()',
      '.parameters.alert',
      '.data.srcip',
      'jq ',
      'alert.get("data")',
      '"""',
      "'''",
      '$input',
    ],
  );
  it('a finding has its place in it, and nothing throws', async () => {
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('x.py', 'x.sh', 'x.ps1'), async (source, name) => {
        const lines = source.split('\n').length;
        for (const finding of staticFindings(await readScript(source, name), {
          stateful: true,
          alerts: [sshAlert],
        })) {
          expect(finding.span.start).toBeGreaterThanOrEqual(0);
          expect(finding.span.end).toBeLessThanOrEqual(source.length);
          expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
          expect(finding.line).toBeLessThan(lines);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
