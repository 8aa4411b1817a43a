import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectedDeeds } from '../dryrun';

const root = path.resolve(import.meta.dirname, '..');
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const words: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(root, 'package.nls.json'), 'utf8'),
);
const { contributes, activationEvents, capabilities } = JSON.parse(manifest);

describe('the manifest', () => {
  it('says every word by a key that can be translated, and has no word too many', () => {
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(words).sort());
    expect(Object.values(words)).not.toContain('');
  });

  it('names files that are there', () => {
    const files = contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { svg: string } }[] }) =>
      steps.map(({ media }) => media.svg),
    );
    expect(files).toHaveLength(5);
    for (const file of files) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('wakes the extension for its own language and commands, and where there are scripts or a configuration', () => {
    expect(activationEvents).toEqual([
      'workspaceContains:**/active-response/bin/*',
      'workspaceContains:**/ossec.conf',
    ]);
  });

  it('offers nothing that runs a script in a workspace that is not trusted', () => {
    const running = contributes.commands.filter(({ command }: { command: string }) => /dryRun/.test(command));
    expect(running.length).toBeGreaterThan(0);
    for (const { enablement } of running) expect(enablement).toBe('isWorkspaceTrusted');
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('wazuh.dryRun.sandbox');
  });

  it('offers every expectation that a script can have, and takes none from a workspace that is not trusted', () => {
    const { additionalProperties, scope } = contributes.configuration.properties['wazuh.dryRun.expect'];
    expect(additionalProperties.enum).toEqual(expectedDeeds);
    expect(additionalProperties.enumDescriptions).toHaveLength(expectedDeeds.length);
    expect(scope).toBe('resource');
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('wazuh.dryRun.expect');
  });

  it('shows a dry run where there is something to run', () => {
    const whens: readonly string[] = contributes.menus['editor/title'].map(
      ({ when }: { when: string }) => when,
    );
    const source = /resourcePath =~ \/(.*)\/$/.exec(whens[0] ?? '')?.[1];
    const scripts = new RegExp(source ?? '$^');
    for (const path of ['/w/active-response/bin/a.py', 'c:\\w\\bin\\a.ps1']) expect(path).toMatch(scripts);
    for (const path of ['/w/cabin/a.py', '/w/src/a.py']) expect(path).not.toMatch(scripts);
  });
});
