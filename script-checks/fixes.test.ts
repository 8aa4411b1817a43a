import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { edited, readScript } from './for-tests';
import { spoilsEveryRun, staticFindings } from './index';

const corpus = path.resolve(import.meta.dirname, '../test/scripts');

function scripts(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(path.join(corpus, folder)).map((name) => [
    name,
    readFileSync(path.join(corpus, folder, name), 'utf8'),
  ]);
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

async function findings(text: string, name: string) {
  return staticFindings(await readScript(text, name), { stateful: true });
}

/** Each finding with a fix, in a script as people write it: the finding is gone behind the fix, and no other is there. */
describe('every fix', () => {
  it.each(scripts('faulty'))('of %s', async (name, text) => {
    const before = await findings(text, name);
    for (const { code, fixes = [] } of before) {
      for (const fix of fixes) {
        const after = await findings(edited(text, fix.edits), name);
        const left = before.map((finding) => finding.code);
        left.splice(left.indexOf(code), 1);
        const codes = after.map((finding) => finding.code).sort();
        // What spoils every run hides what only a run comes to.
        if (spoilsEveryRun(code)) expect(codes, fix.title).toEqual(expect.arrayContaining(left));
        else expect(codes, fix.title).toEqual(left.sort());
      }
    }
  });
});

describe('Windows line ends', () => {
  it.each(scripts('correct'))('are one finding, in %s', async (name, text) => {
    const before = await findings(text, name);
    const after = await findings(text.replaceAll('\n', '\r\n'), name);
    expect(after.map(({ code }) => code).sort()).toEqual(['crlf', ...before.map(({ code }) => code)].sort());
  });
});

describe('a fix', () => {
  it.each<[code: string, name: string, before: string, after: string]>([
    ['reads-to-eof', 'a.sh', 'X="$(cat -)"\n', 'IFS= read -r X\n'],
    ['reads-to-eof', 'a.sh', 'f() { local x=$(cat); }\nf\n', 'f() { local x; IFS= read -r x; }\nf\n'],
    ['reads-to-eof', 'a.sh', 'export X=$(cat)\n', 'export X=$(head -n 1)\n'],
    ['reads-to-eof', 'a.sh', 'cat /dev/stdin > /tmp/x\n', 'head -n 1 > /tmp/x\n'],
    ['reads-to-eof', 'a.sh', 'IP=$(jq -r .a /dev/stdin)\n', 'IP=$(head -n 1 | jq -r .a)\n'],
    ['reads-to-eof', 'a.sh', 'mapfile -t lines\n', 'mapfile -n 1 -t lines\n'],
    ['reads-to-eof', 'a.sh', "read -rd '' X\n", 'read -r X\n'],
    ['reads-to-eof', 'a.sh', 'while read -r x; do\n  f\ndone\n', 'while read -r x; do\n  f\n  break\ndone\n'],
    ['reads-to-eof', 'a.sh', 'while read -r x; do f; done\n', 'while read -r x; do f; break; done\n'],
    ['reads-to-eof', 'a.py', 'x = sys.stdin.read(-1)\n', 'x = sys.stdin.readline()\n'],
    ['reads-to-eof', 'a.py', 'x = sys.stdin.readlines()[0]\n', 'x = [sys.stdin.readline()][0]\n'],
    [
      'reads-to-eof',
      'a.py',
      'with open(0) as f:\n    x = f.read()\n',
      'with open(0) as f:\n    x = f.readline()\n',
    ],
    [
      'reads-to-eof',
      'a.py',
      'for line in sys.stdin:\n    f(line)\nprint(1)\n',
      'for line in sys.stdin:\n    f(line)\n    break\nprint(1)\n',
    ],
    [
      'reads-to-eof',
      'a.ps1',
      '$x = $input | ConvertFrom-Json\n',
      '$x = [Console]::In.ReadLine() | ConvertFrom-Json\n',
    ],
    ['mangles-input', 'a.sh', 'read -t 5 X\n', 'IFS= read -r -t 5 X\n'],
    ['mangles-input', 'a.sh', 'IFS= read X\n', 'IFS= read -r X\n'],
    ['mangles-input', 'a.sh', 'read a b\n', 'read -r a b\n'],
    [
      'mangles-input',
      'a.sh',
      'IFS= read -r X\nIP=$(echo $X | jq .a)\n',
      'IFS= read -r X\nIP=$(printf \'%s\\n\' "$X" | jq .a)\n',
    ],
    [
      'chatter-before-handshake',
      'a.ps1',
      '$m = [Console]::In.ReadLine()\nWrite-Host "start"\n[Console]::WriteLine(\'check_keys\')\n',
      '$m = [Console]::In.ReadLine()\n[Console]::Error.WriteLine("start")\n[Console]::WriteLine(\'check_keys\')\n',
    ],
    [
      'chatter-before-handshake',
      'a.sh',
      'command -v jq || exit 1\necho check_keys\n',
      'command -v jq > /dev/null || exit 1\necho check_keys\n',
    ],
    ['mangles-input', 'a.sh', 'read -r X\nprintf "$X" | jq .\n', 'read -r X\nprintf \'%s\\n\' "$X" | jq .\n'],
    ['mangles-input', 'a.sh', 'read -r X\necho -e $X | jq .\n', 'read -r X\nprintf \'%s\\n\' "$X" | jq .\n'],
    ['missing-tool', 'a.py', '#!/usr/bin/env python\nimport os\n', '#!/usr/bin/env python3\nimport os\n'],
    ['bad-shebang', 'a.sh', 'echo\n', '#!/bin/bash\necho\n'],
    ['bad-shebang', 'a.py', 'import os\n', '#!/usr/bin/env python3\nimport os\n'],
    ['bad-shebang', 'a.py', '\n\n#!/usr/bin/python3\n', '#!/usr/bin/python3\n'],
    ['bad-shebang', 'a.py', '\uFEFF#!/usr/bin/python3\n', '#!/usr/bin/python3\n'],
    ['bad-shebang', 'a.py', '\uFEFFimport os\n', '#!/usr/bin/env python3\nimport os\n'],
    ['bad-shebang', 'a.py', '#!python3\n', '#!/usr/bin/env python3\n'],
    ['bad-shebang', 'a.py', '#!/usr/bin/env python3 -u\n', '#!/usr/bin/env -S python3 -u\n'],
    [
      'weak-key',
      'a.py',
      'def main(alert):\n    ip = alert["data"]["srcip"]\n    rule_id = alert["rule"]["id"]\n    ask({"command": "check_keys", "parameters": {"keys": [rule_id]}})\n',
      'def main(alert):\n    ip = alert["data"]["srcip"]\n    rule_id = alert["rule"]["id"]\n    ask({"command": "check_keys", "parameters": {"keys": [ip]}})\n',
    ],
    [
      'weak-key',
      'a.py',
      'ip = alert["data"]["srcip"]\nkeys = [alert["rule"]["id"]]\nask("check_keys", keys)\n',
      'ip = alert["data"]["srcip"]\nkeys = [ip]\nask("check_keys", keys)\n',
    ],
    [
      'weak-key',
      'a.py',
      'ip = alert["data"]["srcip"]\nuser = alert["data"]["srcuser"]\nkeys = []\nask("check_keys", keys)\nsubprocess.run(["usermod", "-L", user])\n',
      'ip = alert["data"]["srcip"]\nuser = alert["data"]["srcuser"]\nkeys = [user]\nask("check_keys", keys)\nsubprocess.run(["usermod", "-L", user])\n',
    ],
    [
      'weak-key',
      'a.sh',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$m")\nrule_id=$(jq -r .parameters.alert.rule.id <<< "$m")\njq -nc --arg k "$rule_id" \'{command: "check_keys", parameters: {keys: [$k]}}\'\n',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$m")\nrule_id=$(jq -r .parameters.alert.rule.id <<< "$m")\njq -nc --arg k "$ip" \'{command: "check_keys", parameters: {keys: [$k]}}\'\n',
    ],
    [
      'weak-key',
      'a.sh',
      'IP=$(jq -r .parameters.alert.data.srcip <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${RULE_ID}\\"]}}"\n',
      'IP=$(jq -r .parameters.alert.data.srcip <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${IP}\\"]}}"\n',
    ],
    [
      'weak-key',
      'a.sh',
      'WHO=$(jq -r .parameters.alert.data.dstuser <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${RULE_ID}\\"]}}"\n',
      'WHO=$(jq -r .parameters.alert.data.dstuser <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${WHO}\\"]}}"\n',
    ],
    [
      'weak-key',
      'a.ps1',
      '$ip = $m.parameters.alert.data.srcip\n$ruleId = $m.parameters.alert.rule.id\n$k = @{command="check_keys";parameters=@{keys=@($ruleId)}}\n',
      '$ip = $m.parameters.alert.data.srcip\n$ruleId = $m.parameters.alert.rule.id\n$k = @{command="check_keys";parameters=@{keys=@($ip)}}\n',
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}))',
      ),
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)',
        '    if json.loads(sys.stdin.readline() or "{}").get("command") != "continue":',
        '        sys.exit(0)',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}))',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)',
        '    if json.loads(sys.stdin.readline() or "{}").get("command") != "continue":',
        '        sys.exit(0)',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    n = 1',
        '    # Away with it.',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
        '    q = {"command": "check_keys", "parameters": {"keys": [ip]}}',
        '    print(json.dumps(q))',
      ),
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    n = 1',
        '    q = {"command": "check_keys", "parameters": {"keys": [ip]}}',
        '    print(json.dumps(q), flush=True)',
        '    if json.loads(sys.stdin.readline() or "{}").get("command") != "continue":',
        '        sys.exit(0)',
        '    # Away with it.',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
    ],
    [
      'keys-in-buffer',
      'a.py',
      lines('m = sys.stdin.readline()', 'print(', '    "check_keys",', ')', 'a = sys.stdin.readline()'),
      lines(
        'm = sys.stdin.readline()',
        'print(',
        '    "check_keys", flush=True,',
        ')',
        'a = sys.stdin.readline()',
      ),
    ],
    [
      'needs-log',
      'a.py',
      lines(
        'logging.basicConfig(',
        '    filename="/var/ossec/logs/active-responses.log",',
        ')',
        'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
      lines(
        'try:',
        '    logging.basicConfig(',
        '        filename="/var/ossec/logs/active-responses.log",',
        '    )',
        'except OSError:',
        '    pass',
        'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      ),
    ],
    [
      'bad-json-crash',
      'a.py',
      lines(
        'import json, logging, sys',
        'def main():',
        '    m = json.loads(sys.stdin.readline())  # one line',
        'main()',
      ),
      lines(
        'import json, logging, sys',
        'def main():',
        '    try:',
        '        m = json.loads(sys.stdin.readline())  # one line',
        '    except ValueError:',
        '        logging.error("what was read is no message")',
        '        sys.exit(1)',
        'main()',
      ),
    ],
    [
      'takes-too-much',
      'a.py',
      lines(
        'FILE = "/var/ossec/blocked.txt"',
        'ip = alert["data"]["srcip"]',
        'if add:',
        '    with open(FILE, "w") as f:',
        '        f.write(ip)',
        'else:',
        '    os.remove(FILE)',
      ),
      lines(
        'FILE = "/var/ossec/blocked.txt"',
        'ip = alert["data"]["srcip"]',
        'if add:',
        '    with open(f"{FILE}-{ip}", "w") as f:',
        '        f.write(ip)',
        'else:',
        '    os.remove(f"{FILE}-{ip}")',
      ),
    ],
    [
      'never-runs',
      'a.py',
      'if _name_ == "_main_":\n    main()\n',
      'if __name__ == "__main__":\n    main()\n',
    ],
  ])('of %s in %s: %j', async (code, name, before, after) => {
    const found = (await findings(before, name)).find((finding) => finding.code === code);
    expect(edited(before, found?.fixes?.[0]?.edits ?? [])).toBe(after);
  });
});

describe('no fix', () => {
  it.each<[code: string, name: string, text: string, why: string]>([
    [
      'weak-key',
      'a.py',
      'keys = [alert["rule"]["id"]]\nask("check_keys", keys)\n',
      'nothing says what it acts on',
    ],
    [
      'weak-key',
      'a.py',
      'ip = alert["data"]["srcip"]\nuser = alert["data"]["srcuser"]\nkeys = [alert["rule"]["id"]]\nask("check_keys", keys)\n',
      'either may be the target',
    ],
    [
      'weak-key',
      'a.py',
      'def block(alert):\n    ip = alert["data"]["srcip"]\ndef ask(alert):\n    keys = [alert["rule"]["id"]]\n    say("check_keys", keys)\n',
      'the name is not known there',
    ],
    [
      'weak-key',
      'a.sh',
      'USER=$(jq -r .parameters.alert.data.srcuser <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${RULE_ID}\\"]}}"\n',
      'an account may have a quotation mark in it, which would end the text',
    ],
    [
      'weak-key',
      'a.sh',
      'TO=$(jq -r .parameters.alert.data.dstip <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${RULE_ID}\\"]}}"\n',
      'Wazuh does not look through a destination',
    ],
    [
      'weak-key',
      'a.sh',
      'TO=$(jq -r ".parameters.alert.data.srcuser // .parameters.alert.data.srcip" <<< "$m")\nRULE_ID=$(jq -r .parameters.alert.rule.id <<< "$m")\necho "{\\"command\\":\\"check_keys\\",\\"parameters\\":{\\"keys\\":[\\"${RULE_ID}\\"]}}"\n',
      'it may be an account as well as an address',
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    done = subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip, done]}}))',
      ),
      'the keys need what was done',
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'if m["command"] == "add":',
        '    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
        '    if not ip:',
        '        sys.exit(1)',
        '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}))',
      ),
      'it may end before it asks',
    ],
    [
      'acts-before-continue',
      'a.py',
      lines(
        'import json, sys',
        'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
        'print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}))',
      ),
      'it may be sent on delete as well',
    ],
    [
      'bad-json-crash',
      'a.py',
      lines('import json, sys', 'm = json.loads(sys.stdin.readline())'),
      'nothing says where its log is',
    ],
    [
      'takes-too-much',
      'a.py',
      lines(
        'user = alert["data"]["srcuser"]',
        'if add:',
        '    with open("/var/ossec/locked.txt", "w") as f:',
        '        f.write(user)',
        'else:',
        '    os.remove("/var/ossec/locked.txt")',
      ),
      'an account may have a slash in it',
    ],
    ...['alert["data"]["dstip"]', 'alert["data"].get("url") or alert["data"].get("srcip")'].map(
      (read): [string, string, string, string] => [
        'takes-too-much',
        'a.py',
        lines(
          `target = ${read}`,
          'if add:',
          '    with open("/var/ossec/blocked.txt", "w") as f:',
          '        f.write(target)',
          'else:',
          '    os.remove("/var/ossec/blocked.txt")',
        ),
        'Wazuh lets a slash through there',
      ],
    ),
  ])('of %s in %s: %j, as %s', async (code, name, text) => {
    const found = (await findings(text, name)).filter((finding) => finding.code === code);
    expect(found).not.toEqual([]);
    expect(found.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

describe('one file for all targets', () => {
  const write = '    with open("/var/ossec/blocked.txt", "w") as f:\n        f.write(ip)\n';
  it.each([
    [
      'that holds no target',
      'with open("/var/ossec/on", "w") as f:\n    f.write("on")\nos.remove("/var/ossec/on")\n',
    ],
    [
      'that is read again',
      `if add:\n${write}elif not open("/var/ossec/blocked.txt").read():\n    os.remove("/var/ossec/blocked.txt")\n`,
    ],
    ['that is never removed', `if add:\n${write}`],
  ])('is right for one %s', async (_, text) => {
    const all = await findings(`ip = alert["data"]["srcip"]\n${text}`, 'a.py');
    expect(all.map(({ code }) => code)).not.toContain('takes-too-much');
  });
});
