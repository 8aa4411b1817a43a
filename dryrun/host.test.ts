import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import type { Alert } from '../wazuh/alert';
import { sshAlert, virusAlert } from './fixtures/alert';
import { dryRun, probeSandbox, type Report } from './index';

const scratch = mkdtempSync(path.join(tmpdir(), 'host-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const probed = await probeSandbox();

const auditAlert: Alert = {
  ...sshAlert,
  data: {
    audit: { pid: '24990', ppid: '24901', exe: '/usr/local/bin/miner', command: 'miner', key: 'wazuh-c' },
  },
};

let count = 0;

/** What the log has of a run of shell lines, and what they changed. */
async function run(lines: readonly string[], alert: Alert): Promise<Report> {
  const script = path.join(scratch, `host-${count++}.sh`);
  const log = 'exec 3>> /var/ossec/logs/active-responses.log';
  writeFileSync(script, ['#!/bin/bash', 'read -r message', log, '{', ...lines, '} >&3 2>&1', ''].join('\n'));
  chmodSync(script, 0o755);
  return dryRun(
    { script, alert, timeout: 0, sandbox: 'overlay', extraArgs: [], version: '4.14' },
    { signal: new AbortController().signal, readScript },
  );
}

interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  readonly alert?: Alert;
  readonly log: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'runs the processes that the alert names, under what they are called there',
    alert: auditAlert,
    lines: [
      "tr '\\0' ' ' < /proc/24990/cmdline; echo",
      'kill -0 24901 && echo parent',
      'kill -0 24991 || true',
    ],
    log: ['/usr/local/bin/miner ', 'parent', expect.stringContaining('No such process')],
  },
  {
    title: 'runs no process that it does not name',
    lines: ['grep -l ^cat /proc/[0-9]*/comm 2> /dev/null'],
    log: [],
  },
  {
    title: 'has the manager’s own Python, and one of the old name',
    lines: [
      '/var/ossec/framework/python/bin/python3 -c "import json; print(json.dumps([1]))"',
      'python -c "print(2)"',
    ],
    log: ['[1]', '2'],
  },
  {
    title: 'has Wazuh’s own programs and the files of an agent',
    lines: [
      '/var/ossec/bin/agent_control -l | grep -c 001',
      'cut -d" " -f2 /var/ossec/etc/client.keys',
      '[ -x /var/ossec/active-response/bin/firewall-drop ] && /var/ossec/bin/wazuh-control status | head -n 1',
    ],
    log: ['1', 'agent01', 'wazuh-execd is running...'],
  },
  {
    title: 'has a scanner that finds the file of the alert and no other',
    alert: virusAlert,
    lines: [
      'yara -w -r /opt/rules/all.yar /home/alice/Downloads/eicar.com',
      'yara /opt/rules/all.yar /etc/hosts; echo $?',
      '/opt/yara/bin/yara -m rules /home/alice/Downloads/eicar.com',
      'clamscan --no-summary -i /home/alice/Downloads/eicar.com; echo $?',
      'clamscan --no-summary /etc/hosts; echo $?',
      '[ -s /opt/rules/all.yar ] && echo rules',
    ],
    log: [
      'made_up_threat /home/alice/Downloads/eicar.com',
      '0',
      'made_up_threat [description="A made-up match",author="dry run",score=80] /home/alice/Downloads/eicar.com',
      '/home/alice/Downloads/eicar.com: Made.Up.Threat FOUND',
      '1',
      '/etc/hosts: OK',
      '0',
      'rules',
    ],
  },
  {
    title: 'has a crontab and settings of the kernel that can be looked at',
    lines: [
      'echo "0 * * * * job" | crontab -',
      'crontab -l',
      'sysctl -n net.ipv4.ip_forward',
      'sysctl -w net.ipv4.ip_forward=1; echo $?',
    ],
    log: ['0 * * * * job', expect.stringMatching(/^[01]$/), '0'],
  },
];

describe.runIf(probed.kind === 'overlay')('the host of a dry run', () => {
  it.each(cases)('$title', async ({ lines, alert = sshAlert, log }) => {
    expect((await run(lines, alert)).log).toEqual(log);
  });

  it('shows a process that was ended', async () => {
    const { effects, expected } = await run(['kill -9 24990'], auditAlert);
    expect(effects.filter(({ kind }) => kind === 'process')).toEqual([
      { step: 'add', kind: 'process', what: '/usr/local/bin/miner', change: 'removed' },
    ]);
    expect(expected).toBe('ends the process');
  });
});
