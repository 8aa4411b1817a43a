import { describe, expect, it } from 'vitest';
import { levelAskedFor, rulesActedOn } from '../script-checks';
import { readScript } from '../script-checks/for-tests';
import { extraArgs } from './fitting-alert';
import { sshAlert, virusAlert } from './fixtures/alert';

const read = (line: string) => `#!/bin/bash\nIFS= read -r message\n${line}\n`;
const word = (name: string, at: number) => `${name}=$(jq -r '.parameters.extra_args[${at}]' <<< "$message")`;
const field = (name: string, path: string) =>
  `[ -n "$${name}" ] || ${name}=$(jq -r '.parameters.alert.${path}' <<< "$message")`;

describe('the words that a script reads of extra_args', () => {
  it.each<[string, string, typeof sshAlert, readonly string[]]>([
    ['are the target of the alert', word('SRC_IP', 0), sshAlert, ['203.0.113.7']],
    ['are the file of the alert', word('FILE_PATH', 0), virusAlert, ['/home/alice/Downloads/eicar.com']],
    ['name a tool', word('YARA_PATH', 1), virusAlert, ['-yara_path', '/usr/local/bin']],
    [
      'are the second of two, for sed',
      `MODE=$(echo "$message" | sed -n 's/.*"extra_args":\\["\\([^"]*\\)".*/\\1/p')\n` +
        `TARGET_IP=$(echo "$message" | sed -n 's/.*"extra_args":\\["[^"]*","\\([^"]*\\)".*/\\1/p')`,
      sshAlert,
      ['word', '203.0.113.7'],
    ],
    [
      'are taken by grep',
      `SRC_IP=$(echo "$message" | grep -oP '"extra_args":\\["\\K[^"]+')`,
      sshAlert,
      ['203.0.113.7'],
    ],
    [
      'are what such a script acts on, where it reads nothing of the alert',
      `${word('ARGS', 0)}\nmv "$ARGS" /var/quarantine/`,
      virusAlert,
      ['/home/alice/Downloads/eicar.com'],
    ],
    [
      'are not given where the alert has what is wanted',
      `${word('FILE_PATH', 0)}\n${field('FILE_PATH', 'syscheck.path')}`,
      virusAlert,
      [],
    ],
    [
      'are not given where one filter takes either',
      `IP=$(jq -r '.parameters.extra_args[0] // .parameters.alert.data.srcip' <<< "$message")`,
      sshAlert,
      [],
    ],
  ])('%s', async (_, text, alert, expected) => {
    expect(extraArgs(await readScript(read(text), 'x.sh'), alert)).toEqual(expected);
  });
});

const id = `RULE_ID=$(jq -r .parameters.alert.rule.id <<< "$message")\n`;

describe('the rules that a script acts on', () => {
  it.each<[string, readonly string[]]>([
    ['case "$RULE_ID" in\n  5710|5712) block ;;\nesac', ['5710', '5712']],
    ['if [ "$RULE_ID" = "5712" ]; then block; fi', ['5712']],
    ['if [[ $RULE_ID != 5712 ]]; then exit 0; fi', ['5712']],
    ['RULES="5710 5712"\ngrep -qw "$RULE_ID" <<< "$RULES" && block', ['5710', '5712']],
    ['RULE_IDS=(5710 5712)\n[[ " ${RULE_IDS[*]} " == *" $RULE_ID "* ]] && block', ['5710', '5712']],
    // On this one it does nothing.
    ['if [ "$RULE_ID" = "5712" ]; then exit 0; fi', []],
    ['echo "$RULE_ID"', []],
    ['if [ "$LEVEL" = "100" ]; then block; fi', []],
  ])('%s', async (text, expected) => {
    expect(rulesActedOn(await readScript(read(id + text), 'x.sh'))).toEqual(expected);
  });

  const pythonId = 'rule_id = alert["rule"]["id"]\n';
  it.each<[string, readonly string[]]>([
    [`${pythonId}if rule_id in ("5710", "5712"):\n    block()`, ['5710', '5712']],
    ['if alert["rule"]["id"] == "5712":\n    block()', ['5712']],
    ['if alert["rule"]["id"] in ["5710", "5712"]:\n    block()', ['5710', '5712']],
    [
      `BLOCK_RULES = {"5710", "5712"}\n${pythonId}if rule_id not in BLOCK_RULES:\n    sys.exit()`,
      ['5710', '5712'],
    ],
    [`IGNORED_RULES = ["5710"]\n${pythonId}if rule_id in IGNORED_RULES:\n    sys.exit()`, []],
    ['BLOCK_RULES = {"5710"}\nblock()', []],
    ['if alert["rule"]["id"] == "5712":\n    sys.exit()', []],
  ])('in Python: %s', async (text, expected) => {
    const before =
      '#!/usr/bin/env python3\nimport json, sys\nalert = json.loads(sys.stdin.readline())["parameters"]["alert"]\n';
    expect(rulesActedOn(await readScript(before + text, 'x.py'))).toEqual(expected);
  });
});

it.each<[string, number]>([
  ['if [ "$LEVEL" -ge 12 ]; then block; elif [ "$LEVEL" -ge 7 ]; then note; fi', 13],
  ['(( LEVEL > 9 )) && block', 10],
  ['if [ "$LEVEL" -lt 10 ]; then exit 0; fi', 11],
  ['echo "$LEVEL"', 0],
])('%s asks for level %d', async (text, level) => {
  const line = `LEVEL=$(jq -r .parameters.alert.rule.level <<< "$message")\n${text}`;
  expect(levelAskedFor(await readScript(read(line), 'x.sh'))).toBe(level);
});
