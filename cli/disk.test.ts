import { execFileSync } from 'node:child_process';
import { statSync, watch } from 'node:fs';
import {
  chmod,
  chown,
  link,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
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

  it('keeps owner and group, and is never readable by others on the way', async () => {
    await writeFile(file('secret'), 'old');
    await chmod(file('secret'), 0o640);
    if (process.getuid?.() === 0) await chown(file('secret'), 1234, 4321);
    const before = await stat(file('secret'));
    const seen: number[] = [];
    const watcher = watch(folder, (_event, name) => {
      const mode = name?.endsWith('.new') ? statSync(file(name), { throwIfNoEntry: false })?.mode : undefined;
      if (mode !== undefined) seen.push(mode & 0o777);
    });
    for (let turn = 0; turn < 20; turn++) await disk.replace(uri('secret'), Buffer.from(`new ${turn}`));
    watcher.close();
    const after = await stat(file('secret'));
    expect([after.uid, after.gid, after.mode]).toEqual([before.uid, before.gid, before.mode]);
    expect(seen.filter((mode) => mode !== 0o600 && mode !== 0o640)).toEqual([]);
    expect(await readFile(file('secret'), 'utf8')).toBe('new 19');
  });

  it('stays linked to elsewhere', async () => {
    await writeFile(file('one'), 'old');
    await link(file('one'), file('other'));
    await disk.replace(uri('one'), Buffer.from('new'));
    expect(await readFile(file('other'), 'utf8')).toBe('new');
  });

  it('is refused where there is no file', async () => {
    await expect(disk.replace(uri('gone'), Buffer.from('x'))).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).not.toContain('gone');
  });
});

it.each([
  '/dev/zero',
  () => {
    execFileSync('mkfifo', [file('fifo')]);
    return file('fifo');
  },
])('%s is not read', async (made) => {
  const name = typeof made === 'string' ? made : made();
  await expect(disk.bytes(URI.file(name).toString())).rejects.toThrow('not a file');
});

it.each([
  ['.', 'folder'],
  ['conf', 'file'],
  ['link', 'file'],
])('%s is a %s', async (name, kind) => {
  expect(await disk.kind(uri(name))).toBe(kind);
});
