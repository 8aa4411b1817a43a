import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { virusAlert } from './fixtures/alert';
import { dryRun } from './index';

const folder = mkdtempSync(path.join(tmpdir(), 'judging-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Python with one line of its own, and what is said of it. */
const cases: readonly (readonly [line: string, verdict: string, why: string])[] = [
  ['os.rename(path, "/usr/local/" + os.path.basename(path))', 'not shown', 'which the sandbox keeps apart'],
  ['open("/etc/responses.conf").read()', 'not shown', '/etc/responses.conf is not on this machine'],
  ['import made_up_module', 'not shown', 'made_up_module is not on this machine'],
  ['raise ValueError("no")', 'failed', 'its log says'],
];

it.runIf(process.platform === 'linux').each(cases)('%s: %s', async (line, verdict, why) => {
  const script = path.join(folder, 'x.py');
  const text = [
    '#!/usr/bin/env python3',
    'import json, os, sys',
    'try:',
    '    path = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["virustotal"]["source"]["file"]',
    `    ${line}`,
    'except Exception as error:',
    '    open("/var/ossec/logs/active-responses.log", "a").write("error: %s\\n" % error)',
    '',
  ];
  writeFileSync(script, text.join('\n'), { mode: 0o755 });
  const options = { signal: new AbortController().signal, readScript };
  const report = await dryRun(
    { script, alert: virusAlert, timeout: 0, sandbox: 'auto', extraArgs: [], version: '4.14' },
    options,
  );
  expect(report).toMatchObject({ verdict, why: expect.stringContaining(why) });
});
