import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from '../../script-checks/for-tests';
import { sshAlert } from '../fixtures/alert';
import {
  type DryRunRequest,
  dryRun,
  type Expectation,
  type Expected,
  testScript,
  UnknownExpectation,
} from '../index';

const folder = mkdtempSync(path.join(tmpdir(), 'said-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A script that only logs, and says of itself what it should do. */
function request(said: string, expected?: Expected): DryRunRequest {
  const script = path.join(folder, 'logs.sh');
  const lines = [
    '#!/bin/sh',
    said,
    'IFS= read -r line',
    'echo "$(date "+%Y/%m/%d %H:%M:%S") $0: seen" >> /var/ossec/logs/active-responses.log',
  ];
  writeFileSync(script, `${lines.join('\n')}\n`, { mode: 0o755 });
  return { script, alert: sshAlert, timeout: 0, sandbox: 'auto', extraArgs: [], version: '4.14', expected };
}

const { signal } = new AbortController();

describe('what a script should do', { timeout: 30_000 }, () => {
  it('is nothing that can be judged where nobody knows its words: it is not run', async () => {
    for (const run of [dryRun, testScript]) {
      const outcome = run(request('# wazuh-ar: bans it'), { readScript, signal });
      await expect(outcome).rejects.toThrow(UnknownExpectation);
      await expect(outcome).rejects.toMatchObject({ words: 'bans it', line: 1 });
    }
  });

  it('is not shown by a scenario that was asked for and does not apply', async () => {
    const { scenarios } = await testScript(
      { ...request('# wazuh-ar: only logs'), scenarios: ['tool-missing'] },
      { readScript, signal },
    );
    expect(scenarios).toMatchObject([{ name: 'tool-missing', verdict: 'not shown' }]);
  });

  it.each<[string, Expected | undefined, Expectation | undefined, string]>([
    ['# wazuh-ar: only logs', undefined, { what: 'only logs', from: 'script' }, 'passed'],
    ['# wazuh-ar: blocks', undefined, { what: 'blocks the address', from: 'script' }, 'failed'],
    ['# wazuh-ar: blocks', 'only logs', { what: 'only logs', from: 'given' }, 'passed'],
    ['# wazuh-ar: bans it', 'only logs', { what: 'only logs', from: 'given' }, 'passed'],
    ['# It says nothing.', undefined, undefined, 'not shown'],
  ])('%s, and %s from outside: told before the first verdict', async (said, given, expectation, verdict) => {
    const told: unknown[] = [];
    const { expected, expectedFrom, scenarios } = await testScript(
      { ...request(said, given), scenarios: ['add'] },
      {
        readScript,
        signal,
        onExpectation: (one) => told.push(one),
        onScenario: (one) => told.push(one.verdict),
      },
    );
    expect(told).toEqual([expectation, verdict]);
    expect({ expected, expectedFrom }).toEqual({
      expected: expectation?.what ?? null,
      expectedFrom: expectation?.from ?? null,
    });
    expect(scenarios.map((one) => one.verdict)).toEqual([verdict]);
  });
});
