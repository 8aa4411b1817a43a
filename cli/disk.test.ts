import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { disk } from './disk';

const folder = await mkdtemp(path.join(tmpdir(), 'disk-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);
const uri = (name: string) => URI.file(file(name)).toString();

describe('a new file', () => {
  it('gets the mode that was asked for, whatever the umask', async () => {
    expect(await disk.create(uri('a b.py'), 'text', 0o777)).toBe(true);
    expect((await stat(file('a b.py'))).mode & 0o777).toBe(0o777);
    expect(await readFile(file('a b.py'), 'utf8')).toBe('text');
  });

  it('never takes the place of another', async () => {
    await writeFile(file('mine'), 'mine');
    await symlink(file('nowhere'), file('dangling'));
    expect(await disk.create(uri('mine'), 'theirs', 0o644)).toBe(false);
    expect(await disk.create(uri('dangling'), 'theirs', 0o644)).toBe(false);
    expect(await readFile(file('mine'), 'utf8')).toBe('mine');
  });
});

describe('a new content', () => {
  it('keeps mode and link, and leaves nothing beside it', async () => {
    await writeFile(file('conf'), 'old');
    await chmod(file('conf'), 0o640);
    await symlink(file('conf'), file('link'));
    await disk.replace(uri('link'), Buffer.from([0xff, 0x0a]));
    expect([...(await readFile(file('conf')))]).toEqual([0xff, 0x0a]);
    expect((await stat(file('conf'))).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).filter((name) => name.startsWith('conf'))).toEqual(['conf']);
  });

  it('is refused where there is no file', async () => {
    await expect(disk.replace(uri('gone'), Buffer.from('x'))).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).not.toContain('gone');
  });
});

it.each([
  ['.', 'folder'],
  ['conf', 'file'],
  ['link', 'file'],
])('%s is a %s', async (name, kind) => {
  expect(await disk.kind(uri(name))).toBe(kind);
});
