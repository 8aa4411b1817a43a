import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../cli/testing/memory-io';
import { dryRun, type Finding, type Report, type ScriptTest, testScript } from '../../dryrun';
import { TestClient } from '../../server/testing/client';
import { field } from '../../wazuh/alert';
import { stockCatalog } from '../../wazuh/catalog/for-tests';
import { wrong } from '../scripts/faulty';
import { right } from '../scripts/right';

const folder = mkdtempSync(path.join(tmpdir(), 'agreement-'));
const bin = 'active-response/bin';
mkdirSync(path.join(folder, bin), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** A dozen of the corpus, of every kind. */
const some = [
  ...wrong.filter((_, index) => index % 7 === 0),
  ...right.filter((_, index) => index % 16 === 0),
];

/** A configuration that binds a script to a rule. */
function bound(script: string, rule: string, timeout: number): string {
  const undone = timeout > 0 ? `<timeout>${timeout}</timeout>` : '';
  return [
    '<ossec_config>',
    `  <command><name>x</name><executable>${script}</executable><timeout_allowed>yes</timeout_allowed></command>`,
    `  <active-response><command>x</command><location>local</location><rules_id>${rule}</rules_id>${undone}</active-response>`,
    '</ossec_config>',
  ].join('\n');
}

const codes = (found: readonly { readonly code?: unknown }[]) => [
  ...new Set(found.map(({ code }) => String(code))),
];

describe('what is wrong with a script', { timeout: 60_000 }, () => {
  let client: TestClient;
  beforeAll(async () => {
    client = await TestClient.start();
  });
  afterAll(() => client.stop());

  it.each(some)('$script is the same everywhere', async ({ script, sample, timeout = 0 }) => {
    const name = path.basename(script);
    const place = path.join(folder, bin, name);
    copyFileSync(path.resolve(import.meta.dirname, '../scripts', script), place);
    const text = readFileSync(place, 'utf8');
    const alert = stockCatalog.sample(sample)?.alert ?? {};
    const rule = String(field(alert, 'rule.id'));
    const configuration = bound(name, rule, timeout);
    const files = { [place]: text, [path.join(folder, 'ossec.conf')]: configuration };
    const run = ['--rule', rule, '--timeout', String(timeout), '--format', 'json'];

    const checked = JSON.parse((await call(['check', place, '--format', 'json'], { files })).stdout);
    const inCheck = codes(checked.files[0].diagnostics).sort();

    await client.open(configuration, 'ossec.conf');
    const document = await client.open(text, `${bin}/${name}`, 'plaintext');
    await expect.poll(async () => codes(await document.diagnostics()).sort()).toEqual(inCheck);

    const tested: { readonly scripts: readonly ScriptTest[] } = JSON.parse(
      (await call(['test', place, ...run, '--scenario', 'add'], { files, testScript })).stdout,
    );
    const dry: Report = JSON.parse((await call(['dry-run', place, ...run], { files, dryRun })).stdout);
    const all: readonly (readonly Finding[])[] = [
      ...tested.scripts.map(({ findings }) => findings),
      dry.findings,
    ];
    for (const found of all) expect(codes(found)).toEqual(expect.arrayContaining(inCheck));
  });
});
