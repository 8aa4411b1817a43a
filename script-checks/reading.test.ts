import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScript } from './for-tests';
import { expectsDelete, fieldsRead, type Language, language, looksLikeActiveResponse } from './index';

describe('language', () => {
  it.each<[string, string, Language]>([
    ['custom-ar', '#!/usr/bin/env python3\n', 'python'],
    ['custom-ar', '#!/usr/bin/python2.7\n', 'python'],
    ['custom-ar', '#!/bin/sh\n', 'bash'],
    ['custom-ar', '#!/usr/bin/env -S bash -e\n', 'bash'],
    ['custom-ar.py', 'import sys\n', 'python'],
    ['custom-ar.sh', '#!/usr/bin/env python3\n', 'python'],
    ['custom-ar.ps1', '', 'powershell'],
    ['custom-ar.exe', 'MZ', 'other'],
    ['custom-ar.py', '\u007FELF\u0002\u0001\u0001\0\0', 'other'],
    ['custom-ar.sh', 'MZ\uFFFD\0\u0003\0', 'other'],
    ['custom-ar.sh', '\uFFFD\uFFFD\uFFFD\uFFFD\u000C\0\0\u0001', 'other'],
    ['custom-ar.sh', 'MZ=1\n', 'bash'],
    ['custom-ar', 'hello', 'other'],
    ['custom-ar.rb', '#!/usr/bin/ruby\n', 'other'],
  ])('%s %j is %s', (name, text, expected) => expect(language(name, text)).toBe(expected));
});

describe('comments', () => {
  it.each<[string, string, string]>([
    ['x.py', 'a = "#" # b\n', 'a = "#"    \n'],
    ['x.py', 'def f():\n  """doc"""\n  g("""kept""")\n', 'def f():\n           \n  g("""kept""")\n'],
    ['x.py', 'f(\n  """kept"""\n)\n', 'f(\n  """kept"""\n)\n'],
    ['x.sh', 'echo "a # b" # c\n', 'echo "a # b"    \n'],
    ['x.sh', 'echo "$(echo "a # b")" $# a#b\n', 'echo "$(echo "a # b")" $# a#b\n'],
    ['x.sh', "echo 'it # is' \\' # c\n", "echo 'it # is' \\'    \n"],
    ['x.ps1', '<# a #>$b # c\n', '       $b    \n'],
  ])('%s %j', async (name, text, expected) => expect((await readScript(text, name)).code).toBe(expected));

  it('are blanked without moving anything', async () => {
    const piece = fc.constantFrom('"', "'", '#', '\\', '\n', '$(', ')', 'a', ' ', '"""', '<#', '#>', '`');
    const text = fc.array(piece).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('x.py', 'x.sh', 'x.ps1'), async (source, name) => {
        const { code } = await readScript(source, name);
        expect(code.length).toBe(source.length);
        for (let i = 0; i < code.length; i++) expect([source[i], ' ']).toContain(code[i]);
      }),
    );
  });
});

describe('looksLikeActiveResponse', () => {
  it.each<[boolean, string, string]>([
    [true, 'x.py', 'print(json.dumps({"command": "check_keys"}))\n'],
    [true, 'x.py', 'ip = data["parameters"]["alert"]["data"]["srcip"]\n'],
    [true, 'x.sh', 'ip=$(echo "$I" | jq -r .parameters.alert.data.srcip)\n'],
    [true, 'x.ps1', '$ip = $m.parameters.alert.data.srcip\n'],
    [true, 'x.py', 'm = json.loads(sys.stdin.readline())\nif m["command"] == "add":\n  pass\n'],
    [true, 'x.sh', 'read -r line\necho "$line" >> /var/ossec/logs/active-responses.log\n'],
    [true, '/var/ossec/active-response/bin/tool', '#!/bin/sh\n'],
    [true, 'C:\\Program Files (x86)\\ossec-agent\\active-response\\bin\\tool.ps1', ''],
    [false, '/var/ossec/active-response/bin/readme.txt', 'check_keys'],
    [false, 'x.py', '# TODO: check_keys\nprint(1)\n'],
    [false, 'x.py', 'm = json.loads(sys.stdin.readline())\nprint(m["name"])\n'],
    [false, 'x.py', 'log = "/var/ossec/logs/active-responses.log"\nprint(open(log).read())\n'],
    [false, 'x.py', 'parameters = get()\nprint("alert")\n'],
    [false, 'x.sh', 'cat /etc/hosts\n'],
    [false, 'x.md', 'jq .parameters.alert.data.srcip, check_keys'],
  ])('%s: %s %j', async (expected, name, text) =>
    expect(looksLikeActiveResponse(await readScript(text, name))).toBe(expected),
  );
});

describe('expectsDelete', () => {
  it.each<[boolean, string]>([
    [true, 'send("check_keys")\n'],
    [false, '# send("check_keys")\n'],
    [false, '"""Sends check_keys."""\n'],
  ])('%s: %j', async (expected, text) =>
    expect(expectsDelete(await readScript(text, 'x.py'))).toBe(expected),
  );
});

describe('fieldsRead', () => {
  /** Every path, with the variable it goes to. */
  async function check(name: string, text: string, expected: readonly string[]): Promise<void> {
    const found = fieldsRead(await readScript(text, name));
    expect(found.map(({ path, variable }) => (variable ? `${variable}=${path}` : path))).toEqual(expected);
  }
  it.each<[string, string, readonly string[]]>([
    ['x.py', 'ip = m["parameters"]["alert"]["data"]["srcip"]', ['ip=data.srcip']],
    [
      'x.py',
      "ip = m.get('parameters', {}).get('alert', {}).get('data', {}).get('srcip', '')",
      ['ip=data.srcip'],
    ],
    ['x.py', 'a = m["parameters"]["alert"]\nd = a.get("data")\nf(d["srcip"])', ['d=data', 'data.srcip']],
    [
      'x.py',
      'p = m.get("parameters") or {}\na = p.get("alert") or {}\nf(a["syscheck"]["path"])',
      ['syscheck.path'],
    ],
    ['x.py', 'ip = ((m.get("parameters") or {}).get("alert") or {}).get("id")', ['ip=id']],
    ['x.py', 'def f(alert):\n  return alert["rule"]["id"]', ['rule.id']],
    [
      'x.py',
      'f = msg.command["parameters"]["alert"]["data"]["virustotal"]["source"]["file"]',
      ['f=data.virustotal.source.file'],
    ],
    ['x.py', 'ip: str = dig(m, "parameters.alert.data.srcip")', ['ip=data.srcip']],
    ['x.py', 'ip = dig(m, "parameters", "alert", "data", "srcip")', ['ip=data.srcip']],
    ['x.py', 'p = m["parameters"]["alert"]["data"]["sca"]["check"]["file"][0]', ['p=data.sca.check.file']],
    ['x.py', 'print(m["parameters"]["alert"]["data"]["url"].lower())', ['data.url']],
    ['x.py', '# m["parameters"]["alert"]["data"]["srcip"]', []],
    ['x.sh', 'IP=$(echo "$I" | jq -r .parameters.alert.data.srcip)', ['IP=data.srcip']],
    ['x.sh', 'IP=$(jq -r \'.parameters.alert.data.srcip // empty\' <<<"$I")', ['IP=data.srcip']],
    [
      'x.sh',
      'A=$(echo "$I" | jq -c .parameters.alert)\nIP=$(echo "$A" | jq -r .data.srcip)',
      ['IP=data.srcip'],
    ],
    ['x.sh', 'local ip="$(jq -r \'.parameters.alert.data["src-ip"]\' <<<"$I")"', ['ip=data.src-ip']],
    [
      'x.sh',
      'echo "$I" | jq -r ".parameters.alert.data.win.eventdata.\\"ipAddress\\""',
      ['data.win.eventdata.ipAddress'],
    ],
    ['x.sh', 'echo "$OTHER" | jq -r .name', []],
    [
      'x.ps1',
      '$alert = $m.parameters.alert\n$ip = $alert.data.win.eventdata.ipAddress',
      ['ip=data.win.eventdata.ipAddress'],
    ],
    ['x.ps1', "$ip = $m.parameters.alert.data.'srcip'.Trim()", ['ip=data.srcip']],
  ])('%s %j', check);
});
