import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { sshAlert } from './fixtures/alert';
import { probeSandbox, type TestRequest, testScript } from './index';

const scratch = mkdtempSync(path.join(tmpdir(), 'silent-exit-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const options = { signal: new AbortController().signal, readScript };
const probed = await probeSandbox();

function request(name: string, text: string, timeout: number): TestRequest {
  const script = path.join(scratch, name);
  writeFileSync(script, text, { mode: 0o755 });
  return { script, alert: sshAlert, timeout, sandbox: 'overlay', extraArgs: [], version: '4.14' };
}

const read = '#!/bin/bash\nIFS= read -r message\n';
const python = '#!/usr/bin/env python3\nimport json, sys\nmessage = sys.stdin.readline()\n';
/** What it comes to only behind the error. */
const asks = `printf '{"command":"check_keys","parameters":{"keys":["x"]}}\\n'\nIFS= read -r answer\n`;

describe.runIf(probed.kind === 'overlay')('an end with an error and without a word', () => {
  it.each([
    ['exits.sh', `${read}exit 1\n${asks}`, 60],
    ['exits.sh', `${read}[ -e /etc/nothing ] || exit 3\n${asks}`, 60],
    ['exits.py', `${python}sys.exit(1)\nprint(json.dumps({"command": "check_keys"}), flush=True)\n`, 60],
    ['exits.sh', `${read}exit 1\n`, 0],
  ])('is one thing to mend: %s %j, %i s', async (name, text, timeout) => {
    const { scenarios } = await testScript(request(name, text, timeout), options);
    const blamed = scenarios.flatMap(({ findings }) => findings);
    expect(blamed.map(({ code }) => code)).toEqual(['no-log']);
    expect(blamed[0]?.message).toContain('ends with an error and without a word');
    expect(scenarios.filter(({ verdict }) => verdict === 'failed').map(({ name }) => name)).toEqual(['add']);
  });

  it('is not the one that prints no keys and ends well', async () => {
    const asked = request('mute.sh', `${read}exit 0\n`, 60);
    const { scenarios } = await testScript(asked, options);
    expect(scenarios[0]?.findings.map(({ code }) => code)).toEqual(['no-handshake', 'no-log']);
  });
});
