import { describe, expect, it } from 'vitest';
import { installedGrammars, readScript } from '../for-tests';
import { looksLikeActiveResponse } from '../recognise';
import { scriptReader } from '../script';
import { staticFindings } from '../static-findings';

/** Without what a pipe needs behind it the parser tries everything: memory grows with the square. */
const unfinished = 'cat | '.repeat(30_000);
const small = '#!/bin/bash\nread message\n';

/** Texts that are more than is read, each with why. */
const much: readonly (readonly [what: string, text: string, fileName: string, why: string])[] = [
  ['a pipe that the parser runs out of memory for', unfinished, 'a.sh', 'intricate'],
  ['a long pipe', `a${'|a'.repeat(90_000)}`, 'a.sh', 'intricate'],
  ['more nodes than anybody wrote', 'x=1\n'.repeat(49_000), 'a.py', 'intricate'],
  ['brackets in brackets', '('.repeat(190_000), 'a.ps1', 'intricate'],
  ['a long text', 'x=1\n'.repeat(60_000), 'a.py', 'long'],
  ['a long batch file', 'cd x\r\n'.repeat(60_000), 'a.cmd', 'long'],
  ['NULs', '#!/bin/bash\n\0\0\0', 'a', 'binary'],
  ['what was saved as UTF-16', 'g\0e\0t\0', 'a.ps1', 'binary'],
];

describe('a text that is more than is read', () => {
  it.each(much)('%s', { timeout: 60_000 }, async (_, text, fileName, why) => {
    const read = scriptReader(installedGrammars);
    expect(await read(text, fileName)).toMatchObject({ unread: why, language: 'other' });
    expect(staticFindings(await read(text, fileName))).toMatchObject([{ code: 'not-read', line: 0 }]);
  });

  it('are functions that call each other without end', async () => {
    const calls = Array.from({ length: 5000 }, (_, at) => `def f${at}():\n  f${at + 1}()\n`).join('');
    const script = await readScript(`import sys\nm = sys.stdin.readline()\n${calls}f0()\n`, 'a.py');
    expect(looksLikeActiveResponse(script)).toBe(false);
    expect(staticFindings(script)).toMatchObject([{ code: 'not-read' }]);
  });

  it('leaves what comes after it in peace', { timeout: 60_000 }, async () => {
    const others = ['a.sh', 'a.py', 'a.ps1'].map((name) => readScript('', name));
    const [first, ...rest] = await Promise.all([
      readScript(unfinished, 'a.sh'),
      ...others,
      readScript(unfinished, 'b.sh'),
      readScript(small, 'b.sh'),
      readScript('import sys\n', 'b.py'),
    ]);
    expect(first?.unread).toBe('intricate');
    expect(rest.map(({ language, unread }) => unread ?? language)).toEqual([
      'bash',
      'python',
      'powershell',
      'intricate',
      'bash',
      'python',
    ]);
    expect(staticFindings(await readScript(small, 'c.sh')).map(({ code }) => code)).toContain(
      'mangles-input',
    );
  });
});
