import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** All that may be in the package: a name, or a folder and the files in it that these endings allow. */
const expected: readonly (string | RegExp)[] = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'package.nls.json',
  'dist/cli.js',
  'dist/client.js',
  'dist/product.js',
  'dist/panel.js',
  'dist/panel-style.css',
  'dist/catalog/alert.schema.json',
  /^dist\/catalog\/[\w.-]+\.(json|ndjson)\.br$/,
  /^dist\/catalog\/samples\/[\w.-]+\.json\.br$/,
  /^dist\/grammars\/tree-sitter(-bash|-python|-powershell)?\.wasm\.br$/,
  /^dist\/templates\/[\w./-]+$/,
  'docs/icon.png',
  'l10n/bundle.l10n.json',
  /^docs\/walkthrough\/[\w-]+\.svg$/,
  'snippets/ossec-conf.json',
  'syntaxes/language-configuration.json',
  'syntaxes/ossec-conf.tmLanguage.json',
];

const fits = (file: string, rule: string | RegExp) =>
  typeof rule === 'string' ? file === rule : rule.test(file);

describe('the packaged extension', () => {
  const files = execFileSync('vsce', ['ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

  it('holds nothing but what is named here', () => {
    expect(files.filter((file) => !expected.some((rule) => fits(file, rule)))).toEqual([]);
  });

  it.each(expected.map((rule) => ({ rule })))('holds $rule', ({ rule }) => {
    expect(files.some((file) => fits(file, rule))).toBe(true);
  });

  it('is under 1.1 MB', () => {
    expect(statSync(path.join(root, 'out/active-response-for-wazuh.vsix')).size).toBeLessThan(1_100_000);
  });

  it('holds one file for each source of templates and facts', () => {
    for (const [from, to] of [
      ['wazuh/catalog/data', 'dist/catalog'],
      ['scaffold/templates', 'dist/templates'],
    ] as const) {
      for (const name of readdirSync(path.join(root, from)))
        expect(files.some((file) => file.startsWith(`${to}/${name}`))).toBe(true);
    }
  });
});
