import { describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { askInterpreter } from './ask-interpreter';

const refused = (by: string, line: number) => ({ kind: 'refused', by, line });

describe('an interpreter that is asked', () => {
  it.each<[string, string, string, object | undefined]>([
    ['takes a shell script', 'x.sh', '#!/bin/bash\nif true; then :; fi\n', { kind: 'parses' }],
    ['misses fi', 'x.sh', '#!/bin/bash\nif true; then :\n', refused('bash', 2)],
    ['misses a quotation mark', 'x.sh', '#!/bin/bash\necho "a\n', refused('bash', 1)],
    ['misses a part of a test', 'x.sh', '#!/bin/bash\nif [[ a = a; then :; fi\n', refused('bash', 1)],
    [
      'takes Windows line ends for what they are',
      'x.sh',
      '#!/bin/bash\r\nif true; then :; fi\r\n',
      { kind: 'parses' },
    ],
    [
      'knows patterns that are switched on',
      'x.sh',
      '#!/bin/bash\nshopt -s extglob\nls !(a|b)\n',
      { kind: 'parses' },
    ],
    ['is not asked about another shell', 'x.sh', '#!/bin/zsh\nif true; then :\n', undefined],
    ['takes Python', 'x.py', 'print(1)\n', { kind: 'parses' }],
    ['misses a colon', 'x.py', 'import sys\nif True\n  pass\n', refused('python3', 1)],
    ['sees an indentation', 'x.py', 'a = 1\n  b = 2\n', refused('python3', 1)],
    ['is not asked about Python 2', 'x.py', '#!/usr/bin/python2\nprint "x"\n', undefined],
    ['is not asked about PowerShell', 'x.ps1', 'if (\n', undefined],
  ])('%s', async (_, name, text, expected) => {
    const said = await askInterpreter(await readScript(text, name));
    if (expected) expect(said).toMatchObject(expected);
    else expect(said).toBeUndefined();
  });
  it('runs nothing', async () => {
    const text = `#!/bin/bash\nkill $$\n`;
    expect(await askInterpreter(await readScript(text, 'x.sh'))).toEqual({ kind: 'parses' });
  });
});
