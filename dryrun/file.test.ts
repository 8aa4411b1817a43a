import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { sshAlert } from './fixtures/alert';
import { type DryRunRequest, dryRun, probeSandbox, testScript, whyNotRun } from './index';
import { saysUnread } from './unread';

const scratch = mkdtempSync(path.join(tmpdir(), 'file-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const options = { signal: new AbortController().signal, readScript };
const probed = await probeSandbox();
const right = readFileSync(path.join(import.meta.dirname, 'fixtures', 'good-hosts-deny.sh'), 'utf8');

function request(script: string, more: Partial<DryRunRequest> = {}): DryRunRequest {
  const usual = { script, alert: sshAlert, timeout: 60, extraArgs: [] };
  return { ...usual, sandbox: 'overlay', version: '4.14', ...more };
}

function deployed(name: string, text: string, mode = 0o755): string {
  const script = path.join(mkdtempSync(path.join(scratch, 'bin-')), name);
  writeFileSync(script, text, { mode });
  return script;
}

/** A compiled program, under the name of a script. */
function compiled(): string {
  const script = path.join(mkdtempSync(path.join(scratch, 'bin-')), 'compiled.sh');
  copyFileSync('/bin/true', script);
  chmodSync(script, 0o755);
  return script;
}

describe.runIf(probed.kind === 'overlay')('a file that execd cannot start', () => {
  it.each([
    ['not-executable', right, 0o644],
    ['crlf', right.replaceAll('\n', '\r\n'), 0o755],
  ])('fails add, and keeps all else from being shown: %s', async (code, text, mode) => {
    const { scenarios, findings } = await testScript(request(deployed('deny.sh', text, mode)), options);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [add, ...others] = scenarios;
    expect(add).toMatchObject({ name: 'add', verdict: 'failed', findings: [{ code }] });
    for (const other of others)
      expect(other).toMatchObject({
        verdict: 'not shown',
        why: expect.stringContaining(`add shows: ${code}`),
      });
  });

  it('says of what else is wrong with it as well', async () => {
    const text = right.replace('IFS= read -r message\ncommand=', 'message=$(cat)\ncommand=');
    const script = deployed('deny.sh', text, 0o644);
    const { findings } = await testScript(request(script), options);
    expect(findings.map(({ code }) => code).sort()).toEqual(['not-executable', 'reads-to-eof']);
    const report = await dryRun(request(script), options);
    expect(report.findings.map(({ code }) => code).sort()).toEqual(['not-executable', 'reads-to-eof']);
    expect(report.why).toContain('The mode of the file');
  });

  it('is one in any language', async () => {
    const script = deployed('log.pl', '#!/usr/bin/perl\n<STDIN>;\n', 0o644);
    const { findings } = await dryRun(request(script, { timeout: 0 }), options);
    expect(findings.map(({ code }) => code)).toContain('not-executable');
  });
});

describe.runIf(probed.kind === 'overlay')('a file whose text is not judged', () => {
  it('is run all the same: a compiled program, whatever its name says', async () => {
    const { findings, exit } = await dryRun(request(compiled(), { timeout: 0 }), options);
    expect(exit.code).toBe(0);
    expect(findings).not.toEqual([]);
    expect(findings.filter(({ seen }) => seen === 'in the text')).toEqual([]);
  });

  it('says so where nothing is wrong, and once', async () => {
    const log = '/var/ossec/logs/active-responses.log';
    const text = `#!/usr/bin/perl\n<STDIN>;\nopen(my $log, ">>", "${log}");\nprint $log "seen\\n";\n`;
    const asked = request(deployed('log.pl', text), { timeout: 0, expected: 'only logs' });
    const { scenarios } = await testScript(asked, options);
    expect(scenarios.filter(({ why }) => why.includes('its text was not')).map(({ name }) => name)).toEqual([
      'add',
    ]);
    expect((await dryRun(asked, options)).why).toContain('its text was not');
  });
});

describe('what is said of a file', () => {
  it.each([
    ['a.sh', '\u007FELF\u0002\0', 'it is a compiled program'],
    ['a.rb', '#!/usr/bin/ruby\n', 'it is in no language that is read here'],
    ['a.sh', '#!/bin/sh\n', undefined],
  ])('whose text is judged or not: %s %j', async (name, text, words) => {
    const said = saysUnread(await readScript(text, name));
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  it.runIf(process.platform === 'linux').each([
    ['a.exe', 'MZ\uFFFD\0', 'for Windows'],
    ['a', '\uFFFD\uFFFD\uFFFD\uFFFD\u000C\0\0\u0001', 'for macOS'],
    ['a', '\u007FELF\u0002\0', undefined],
  ])('that was compiled: %s %j', async (name, text, words) => {
    const said = whyNotRun(await readScript(text, name));
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });
});
