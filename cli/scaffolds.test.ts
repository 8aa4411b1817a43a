import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dryRun, type Report } from '../dryrun';
import { templates } from '../scaffold';
import { call } from './testing/memory-io';

const folder = await mkdtemp(path.join(tmpdir(), 'scaffolds-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a script as `new` does, checks it as `check` does, and tries it as `dry-run` does, in the real sandbox. */
async function tried(id: string, language: string, argv: readonly string[]): Promise<Report> {
  const { files } = await call(['new', id, '--language', language, '--name', 'my-own', '--level', '10']);
  const [[name = '', text = ''] = []] = Object.entries(files);
  const script = path.join(folder, `${id}-${path.basename(name)}`);
  await writeFile(script, Buffer.from(text, 'latin1'));
  await chmod(script, 0o755);
  const held = { [script]: Buffer.from(text, 'latin1') };
  const checked = await call(['check', script, '--format', 'json'], { files: held });
  expect(JSON.parse(checked.stdout).files).toMatchObject([{ diagnostics: [] }]);
  const { stdout, stderr } = await call(['dry-run', script, '--format', 'json', ...argv], {
    files: held,
    dryRun,
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('every scaffold passes its own dry run', { timeout: 60_000 }, () => {
  const all = templates().flatMap((template) =>
    template.languages.map((language) => ({ ...template, language })),
  );
  it.each(all)('$id in $language', async ({ id, language, stateful, exampleRule }) => {
    // Python by what the rule's alerts carry, bash by what the script itself asks for.
    const argv = language === 'python' ? ['--rule', String(exampleRule)] : [];
    const { verdict, findings, reverted, sandbox, effects } = await tried(id, language, argv);
    expect(findings).toEqual([]);
    expect({ verdict, reverted, sandbox }).toEqual({
      verdict: 'passed',
      reverted: stateful ? true : null,
      sandbox: 'overlay',
    });
    expect(effects.length > 0).toBe(!['notify', 'stateless'].includes(id));
  });

  it.each(['python', 'bash'])('block-ip in %s, over IPv6', async (language) => {
    const { verdict, effects, reverted } = await tried('block-ip', language, [
      '--sample',
      'ssh-brute-force-ipv6',
    ]);
    expect({ verdict, reverted }).toEqual({ verdict: 'passed', reverted: true });
    expect(effects.filter(({ what }) => what.startsWith('ip6tables '))).toHaveLength(4);
  });
});
