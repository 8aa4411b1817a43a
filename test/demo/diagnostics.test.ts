import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { eventually, TestClient, workspaceUri } from '../../server/testing/client';
import type { TestDocument } from '../../server/testing/document';
import { memoryFiles } from '../../server/testing/memory-files';

const demo = path.resolve(import.meta.dirname, '../../demo');
const { Error: error, Warning: warning } = DiagnosticSeverity;

/** The planted mistakes from top to bottom: code, severity, the text that is underlined. */
const planted = [
  ['timeout-not-allowed', warning, '60'],
  ['agent-id-missing', error, 'defined-agent'],
  ['timeout-number', warning, '10m'],
  ['command-not-defined', error, 'firewal-drop'],
  ['alert-field-missing', warning, '5710'],
  ['level-and-group', warning, 'authentication_failures,'],
  ['command-defined-below', error, 'quarantine'],
  ['executable-missing', warning, 'quarantine-file.sh'],
] as const;

/** The demo as the server sees it in an editor. */
async function openDemo(): Promise<TestClient> {
  const files = memoryFiles();
  for (const name of readdirSync(demo, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(demo, name);
    if (statSync(full).isFile()) files.write(`${workspaceUri}/${name}`, readFileSync(full, 'utf8'));
  }
  return await TestClient.start({ files, settings: { ruleFolders: ['rules'] } });
}

describe('the demo', () => {
  let client: TestClient;
  let document: TestDocument;
  let found: readonly Diagnostic[];

  beforeAll(async () => {
    client = await openDemo();
    document = await client.open(readFileSync(path.join(demo, 'ossec.conf'), 'utf8'), 'ossec.conf');
    // The last one needs the list of scripts, which the server reads in its own time.
    found = await eventually(async () => {
      const diagnostics = await document.diagnostics();
      return diagnostics.some(({ code }) => code === 'executable-missing') ? diagnostics : undefined;
    });
  });
  afterAll(() => client.stop());

  it('has the planted mistakes, and no other', () => {
    expect(found.map(({ code, severity, range }) => [code, severity, document.at(range)])).toEqual(planted);
  });

  it('lists them in its README', () => {
    const readme = readFileSync(path.join(demo, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);
    expect(listed).toEqual(planted.map(([code]) => code));
  });
});
