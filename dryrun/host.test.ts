import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import type { Alert } from '../wazuh/alert';
import { sshAlert } from './fixtures/alert';
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
    lines: [
      'ls -d /proc/[0-9]* | grep -vxF -e /proc/1 -e "/proc/$$" | while read -r p; do [ -e "$p" ] && cat "$p/comm"; done | grep cat',
    ],
    log: [],
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
