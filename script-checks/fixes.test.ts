import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit } from './finding';
import { readScript } from './for-tests';
import { spoilsEveryRun, staticFindings } from './index';

const corpus = path.resolve(import.meta.dirname, '../test/scripts');

function scripts(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(path.join(corpus, folder)).map((name) => [
    name,
    readFileSync(path.join(corpus, folder, name), 'utf8'),
  ]);
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

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
      'a.ps1',
      '$ip = $m.parameters.alert.data.srcip\n$ruleId = $m.parameters.alert.rule.id\n$k = @{command="check_keys";parameters=@{keys=@($ruleId)}}\n',
      '$ip = $m.parameters.alert.data.srcip\n$ruleId = $m.parameters.alert.rule.id\n$k = @{command="check_keys";parameters=@{keys=@($ip)}}\n',
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
  ])('of %s in %s: %j, as %s', async (code, name, text) => {
    const found = (await findings(text, name)).filter((finding) => finding.code === code);
    expect(found).not.toEqual([]);
    expect(found.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});
