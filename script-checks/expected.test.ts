import { describe, expect, it } from 'vitest';
import { readScript } from './for-tests';
import { expectedDeeds, expectedFrom, saidByScript, sayExpected, staticFindings } from './index';

describe('the words of an expectation', () => {
  it.each<[string, string | undefined]>([
    ['blocks the address', 'blocks the address'],
    ['Blocks-the-Address', 'blocks the address'],
    ['  locks ', 'locks the account'],
    ['only', 'only logs'],
    ['', undefined],
    ['lock', undefined],
    ['blocks the addresses', undefined],
  ])('%j: %s', (words, expected) => {
    expect(expectedFrom(words)).toBe(expected);
  });
});

describe('what a script says of itself', () => {
  it.each<[string, string | undefined]>([
    ['#!/bin/sh\n# wazuh-ar: blocks the address\n', 'blocks the address'],
    ['#!/bin/sh\r\n#wazuh-ar:only logs  \r\n', 'only logs'],
    ['// wazuh-ar: posts\n', 'posts a message'],
    ['@echo off\r\nREM wazuh-ar: ends the process\r\n', 'ends the process'],
    [':: wazuh-ar: ends the process\n', 'ends the process'],
    ['echo "# wazuh-ar: only logs"\n', undefined],
    ['# See wazuh-ar: only logs\n', undefined],
  ])('%j', (text, what) => {
    const said = saidByScript(text);
    expect(said.kind === 'expected' ? said.what : undefined).toBe(what);
  });

  it('in words that nobody knows: where they stand', () => {
    const text = '#!/bin/sh\n\n# wazuh-ar: bans it \n';
    const said = saidByScript(text);
    expect(said).toMatchObject({ kind: 'unknown', words: 'bans it', line: 2 });
    expect(said.kind === 'unknown' && text.slice(said.span.start, said.span.end)).toBe('bans it');
  });
});

describe('saying it', () => {
  it.each<[file: string, before: string, after: string]>([
    ['a.sh', '#!/bin/sh\nread -r x\n', '#!/bin/sh\n# wazuh-ar: only logs\nread -r x\n'],
    ['a.sh', '#!/bin/sh\r\nread -r x\r\n', '#!/bin/sh\r\n# wazuh-ar: only logs\r\nread -r x\r\n'],
    ['a.sh', '#!/bin/sh', '#!/bin/sh\n# wazuh-ar: only logs\n'],
    ['a.sh', '', '# wazuh-ar: only logs\n'],
    [
      'a.py',
      '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"""Doc."""\n',
      '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# wazuh-ar: only logs\n"""Doc."""\n',
    ],
    ['a.py', '# coding=latin-1\nimport os\n', '# coding=latin-1\n# wazuh-ar: only logs\nimport os\n'],
    ['a.ps1', '$line = [Console]::ReadLine()\n', '# wazuh-ar: only logs\n$line = [Console]::ReadLine()\n'],
    ['a.cmd', '@echo off\r\nset x=1\r\n', '@echo off\r\nrem wazuh-ar: only logs\r\nset x=1\r\n'],
    ['a.bat', 'set x=1\r\n', 'rem wazuh-ar: only logs\r\nset x=1\r\n'],
    ['a', '#!/usr/bin/env node\nlet x;\n', '#!/usr/bin/env node\n// wazuh-ar: only logs\nlet x;\n'],
    ['a.sh', '#!/bin/sh\n# wazuh-ar: blocks the address\n', '#!/bin/sh\n# wazuh-ar: only logs\n'],
    ['a.sh', '#!/bin/sh\n  #  wazuh-ar:  bans \n', '#!/bin/sh\n  #  wazuh-ar:  only logs \n'],
    ['a.ps1', '\uFEFF$x\n', '\uFEFF# wazuh-ar: only logs\n$x\n'],
  ])('in %s: %j', (file, before, after) => {
    const { span, newText } = sayExpected(file, before, 'only logs');
    const text = before.slice(0, span.start) + newText + before.slice(span.end);
    expect(text).toBe(after);
    expect(saidByScript(text)).toMatchObject({ kind: 'expected', what: 'only logs' });
  });
});

describe('words that are not known', () => {
  it.each<[string, string | undefined]>([
    ['bloks the adress', 'blocks the address'],
    ['blocks addresses', undefined],
    ['sings', undefined],
    ['', undefined],
  ])('%j: %s is what is meant', async (words, meant) => {
    const text = `#!/bin/sh\n# wazuh-ar: ${words}\nIFS= read -r line\n`;
    const [found, ...more] = staticFindings(await readScript(text, 'a.sh'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'unknown-expectation', line: 1 });
    for (const deed of expectedDeeds) expect(found?.message).toContain(deed);
    expect(found?.fixes?.flatMap(({ edits }) => edits.map(({ newText }) => newText))).toEqual(
      meant === undefined ? undefined : [meant],
    );
  });
});
