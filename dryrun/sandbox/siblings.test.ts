import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programs, ScriptRefused } from './siblings';

const folder = mkdtempSync(path.join(tmpdir(), 'siblings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function made(name: string, text: string, bytes = text.length): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  truncateSync(file, bytes);
  return file;
}

const helpers = Array.from({ length: 80 }, (_, at) => `helper-${at}.sh`);
for (const name of helpers) made(name, '#', 900_000);
made('lists.py', 'addresses = []\n');
made('data.bin', '', 2_000_000);

describe('a script that is taken along', () => {
  it('comes with the files that it names', async () => {
    const script = made('x.py', '#!/usr/bin/env python3\nimport lists\nopen("data.bin")\n');
    expect((await programs(script)).map(({ name }) => name)).toEqual(['x.py', 'lists.py']);
  });

  it('brings no more of them than fit', async () => {
    const all = await programs(made('y.sh', helpers.join('\n')));
    const bytes = all.reduce((sum, { content }) => sum + content.length, 0);
    expect(all.length).toBeGreaterThan(5);
    expect(bytes).toBeLessThan(10_000_000);
  });

  it.each([
    ['has 70 MB', () => made('big.sh', '#!/bin/sh\n', 70_000_000)],
    ['is a device', () => '/dev/zero'],
    ['is a folder', () => folder],
  ])('is refused where it %s, and that is no fault of the system', async (_what, script) => {
    await expect(programs(script())).rejects.toThrow(ScriptRefused);
  });
});
