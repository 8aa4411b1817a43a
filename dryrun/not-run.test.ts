import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { sshAlert } from './fixtures/alert';
import { type DryRunRequest, dryRun, testScript } from './index';

const scratch = mkdtempSync(path.join(tmpdir(), 'not-run-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const touched = path.join(scratch, 'touched');
const options = { signal: new AbortController().signal, readScript };

/** Each would leave a file behind if it were run, and `none` would let it. */
const scripts: readonly (readonly [name: string, text: string, system: string])[] = [
  ['x.cmd', `touch ${touched}\r\nnetsh advfirewall firewall show rule all\r\n`, 'Windows'],
  ['x.ps1', `touch ${touched}\n$line = [Console]::In.ReadLine()\nStop-Process -Id 1\n`, 'Windows'],
  ['x.py', `open("${touched}", "w")\nimport sys, winreg\nsys.stdin.readline()\n`, 'Windows'],
  ['x.sh', `#!/bin/bash\ntouch ${touched}\nIFS= read -r line\npfctl -t bad -T add 192.0.2.1\n`, 'macOS'],
];

function request([name, text]: (typeof scripts)[number]): DryRunRequest {
  const script = path.join(scratch, name);
  writeFileSync(script, text, { mode: 0o755 });
  return { script, alert: sshAlert, timeout: 0, sandbox: 'none', extraArgs: [], version: '4.14' };
}

describe.runIf(process.platform === 'linux')('a script for another system', () => {
  it.each(scripts)('is not run by dryRun: %s', async (...one) => {
    const report = await dryRun(request(one), options);
    expect(report).toMatchObject({ verdict: 'not shown', sandbox: 'not run', steps: [], transcript: [] });
    expect(report.why).toContain(`It is for ${one[2]} (`);
    expect(existsSync(touched)).toBe(false);
  });

  it.each(scripts)('is not run by testScript: %s', async (...one) => {
    const { scenarios, findings } = await testScript(request(one), options);
    expect(scenarios.length).toBeGreaterThan(1);
    expect(new Set(scenarios.map(({ verdict }) => verdict))).toEqual(new Set(['not shown']));
    expect(findings.every(({ seen }) => seen === 'in the text')).toBe(true);
    expect(existsSync(touched)).toBe(false);
  });

  it('is judged by its text', async () => {
    const text = '$message = [Console]::In.ReadToEnd() | ConvertFrom-Json\nStop-Process -Id 1\n';
    const report = await dryRun(request(['eof.ps1', text, 'Windows']), options);
    expect(report.findings.map(({ code }) => code)).toContain('reads-to-eof');
  });

  it('is judged by all of its text: no fault of it follows from another', async () => {
    const text = [
      '$message = $input | Out-String | ConvertFrom-Json',
      '$file = $message.parameters.alert.syscheck.path',
      'Invoke-Expression "scan.exe $file"',
    ].join('\n');
    const { findings } = await testScript(request(['both.ps1', text, 'Windows']), options);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['reads-to-eof', 'injection']));
  });
});
