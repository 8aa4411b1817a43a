import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundled } from './testing/bundle';

const folder = await mkdtemp(path.join(tmpdir(), 'cold-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = await bundled(folder);

/** Seconds of processor time that a child may take; what it waits for a busy machine does not count. */
const most = 3;

const scripts: readonly (readonly [name: string, text: string])[] = [
  ['x.ps1', '$line = [Console]::In.ReadLine()\n$alert = ($line | ConvertFrom-Json).parameters.alert\n'],
  ['x.sh', '#!/bin/bash\nIFS= read -r line\njq -r .parameters.alert.data.srcip <<< "$line"\n'],
  ['x.py', '#!/usr/bin/env python3\nimport json, sys\nmessage = json.loads(sys.stdin.readline())\n'],
  ['x.cmd', '@echo off\r\npowershell.exe -File "%~dp0x.ps1"\r\n'],
];

/** Seconds of processor time that a command took with all of its threads: of what `times` says, the children's line. */
function processorTime(command: string): number {
  // Not in a pipe: there `times` would be about a shell of its own, which has no children.
  const said = execFileSync('sh', ['-c', 'eval "$0" > /dev/null 2>&1; times', command], { encoding: 'utf8' });
  const [, children = ''] = said.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  expect(parts).toHaveLength(2);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

describe('the first script that a process reads', () => {
  it.each(scripts)('%s', { timeout: 120_000 }, async (name, text) => {
    await writeFile(path.join(folder, name), text, { mode: 0o755 });
    const took = processorTime(`"${process.execPath}" "${cli}" check "${folder}/${name}"`);
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThan(most);
  });
});
