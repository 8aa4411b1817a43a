import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testScript } from '../../dryrun';
import { readScript } from '../../script-checks/for-tests';
import { fixAllKind } from '../../server/language/code-actions';
import { TestClient } from '../../server/testing/client';
import { stockCatalog } from '../../wazuh/catalog/for-tests';

const folder = mkdtempSync(path.join(tmpdir(), 'fix-all-'));
let client: TestClient;
beforeAll(async () => {
  client = await TestClient.start();
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** What the editor makes of a script when it is asked to fix all, once. */
async function fixed(name: string, text: string): Promise<string> {
  const document = await client.open(text, name, 'python');
  const [action] = await document.actions(undefined, [fixAllKind]);
  return document.edited(action?.edit?.changes?.[document.uri] ?? []);
}

/** Scripts as a guide shows them, wrong in almost every respect. */
const guides = ['../../dryrun/fixtures/custom-ar.py', '../../demo/active-response/bin/custom-ar.py'];

it.each(guides)(
  'Fix all on %s gives a script that passes every scenario',
  { timeout: 120_000 },
  async (file) => {
    // Guides leave out the first line as well.
    const before = readFileSync(path.resolve(import.meta.dirname, file), 'utf8').replace(/^#!.*\n/, '');
    const name = path.basename(file);
    const script = path.join(folder, name);
    writeFileSync(script, await fixed(file.replace(/^[./]+/, ''), before));
    chmodSync(script, 0o755);
    const sample = stockCatalog.sample('ssh-brute-force');
    const { scenarios, findings } = await testScript(
      {
        script,
        alert: sample?.alert ?? {},
        timeout: 600,
        sandbox: 'overlay',
        extraArgs: [],
        version: '4.14',
      },
      { signal: new AbortController().signal, readScript },
    );
    const unproven = scenarios.filter(({ verdict }) => verdict !== 'passed');
    expect(unproven.map(({ name: scenario, verdict, why }) => `${scenario} ${verdict}: ${why}`)).toEqual([]);
    expect(scenarios.length).toBeGreaterThanOrEqual(18);
    expect(findings).toEqual([]);
  },
);
