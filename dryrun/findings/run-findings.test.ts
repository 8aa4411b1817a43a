import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readScript } from '../../script-checks/for-tests';
import type { Alert } from '../../wazuh/alert';
import { accountAlert, sshAlert, virusAlert } from '../fixtures/alert';
import { type DryRunRequest, dryRun } from '../index';

const folder = mkdtempSync(path.join(tmpdir(), 'run-findings-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Case {
  readonly title: string;
  readonly name: string;
  /** About an SSH attack where none is given. */
  readonly alert?: Alert;
  readonly lines: readonly string[];
  readonly scenario?: DryRunRequest['scenario'];
  /** 0 where none is given. */
  readonly timeout?: number;
  readonly told: readonly string[];
  readonly untold: readonly string[];
}

const own = '/var/ossec/logs/mine.log';
const companion = 'python3 /var/ossec/active-response/bin/companion.py "$line"';
const blocks = [
  '#!/usr/bin/env python3',
  'import json, subprocess, sys',
  'ip = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"]',
];

const cases: readonly Case[] = [
  {
    title: 'one that lacks its companion, and writes to a log of its own alone',
    name: 'own.sh',
    lines: ['#!/bin/bash', 'IFS= read -r line', companion, `echo "it ended with $?" >> ${own}`],
    told: ['no-log'],
    untold: [],
  },
  {
    title: 'one that lacks its companion, and would have come to the log',
    name: 'both.sh',
    lines: [
      ...['#!/bin/bash', 'IFS= read -r line', `echo begun >> ${own}`],
      `${companion} && echo done >> /var/ossec/logs/active-responses.log`,
    ],
    told: [],
    untold: ['no-log'],
  },
  {
    title: 'one that lacks its companion, and goes no further',
    name: 'none.sh',
    lines: ['#!/bin/bash', 'IFS= read -r line', companion],
    told: [],
    untold: ['no-log'],
  },
  {
    title: 'an IPv6 address that ends the script with an error',
    name: 'checked.py',
    lines: [...blocks, 'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)'],
    scenario: 'ipv6-target',
    told: ['crashes'],
    untold: ['ipv4-only'],
  },
  {
    title: 'an IPv6 address of which nobody hears that it was refused',
    name: 'unchecked.py',
    lines: [...blocks, 'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])'],
    scenario: 'ipv6-target',
    told: ['ipv4-only'],
    untold: ['crashes'],
  },
  {
    title: 'one key for all, and the second acts though it is told to abort',
    name: 'deaf.sh',
    alert: accountAlert,
    lines: [
      ...['#!/bin/bash', 'IFS= read -r line', 'who=$(jq -r .parameters.alert.data.dstuser <<< "$line")'],
      'if [ "$(jq -r .command <<< "$line")" = add ]; then',
      `  echo '{"version":1,"origin":{"name":"x","module":"active-response"},"command":"check_keys","parameters":{"keys":["all"]}}'`,
      '  chage -E 0 "$who"',
      'else chage -E -1 "$who"; fi',
    ],
    scenario: 'two-targets',
    timeout: 600,
    told: ['weak-key'],
    untold: ['not-reverted'],
  },
  {
    title: 'a scanner that is missing, where nobody hears what it finds either',
    name: 'scans.sh',
    alert: virusAlert,
    lines: [
      ...['#!/bin/bash', 'IFS= read -r line'],
      `file=$(grep -o '"file":"[^"]*"' <<< "$line" | cut -d'"' -f4)`,
      'yara -w /etc/rules.yar "$file" > /dev/null',
    ],
    scenario: 'tool-missing',
    told: ['missing-tool'],
    untold: [],
  },
  {
    title: 'a scanner that is missing, and is never asked',
    name: 'never-scans.sh',
    alert: virusAlert,
    lines: ['#!/bin/bash', 'IFS= read -r line', 'if [ "$line" = "" ]; then yara -w /etc/rules.yar /; fi'],
    scenario: 'tool-missing',
    told: [],
    untold: ['missing-tool'],
  },
];

it.runIf(process.platform === 'linux').each(cases)(
  '$title: $told, not $untold',
  async ({ name, alert = sshAlert, lines, scenario, timeout = 0, told, untold }) => {
    const script = path.join(folder, name);
    writeFileSync(script, [...lines, ''].join('\n'), { mode: 0o755 });
    const options = { signal: new AbortController().signal, readScript };
    const { findings } = await dryRun(
      { script, alert, timeout, scenario, sandbox: 'auto', extraArgs: [], version: '4.14' },
      options,
    );
    const codes = findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([...told]));
    expect(codes.filter((code) => untold.includes(code))).toEqual([]);
  },
);
