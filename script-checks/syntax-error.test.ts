import { describe, expect, it } from 'vitest';
import { syntaxError } from './checks/syntax-error';
import { readScript, shown } from './for-tests';
import { interpretersOf, type Parsing, staticFindings, syntaxErrorIn } from './index';
import type { Language } from './language';

/** Texts with ⟦⟧ where the fault is seen by the tree alone. */
const cases: readonly (readonly [string, Language, string])[] = [
  ['no fi', 'bash', '⟦if⟧ true; then\n  cmd\n'],
  ['no done', 'bash', 'for x in a b; ⟦do⟧\n  cmd "$x"\n'],
  ['no brace, which the grammar makes nothing of', 'bash', 'f() {\n  cmd\n'],
  ['a quotation mark', 'bash', 'echo ⟦"⟧started\n'],
  // What the grammar does not know is no fault of the script.
  ['a here-string behind a group', 'bash', '{ read -r a; } <<< "$v"\n'],
  ['a loop over the arguments', 'bash', 'for i do cmd "$i"; done\n'],
  ['a number with a base', 'bash', 'n=$((16#$x))\n'],
  ['a pattern', 'bash', 'if [[ $x == *\'"a":\'*([[:space:]])true* ]]; then cmd; fi\n'],
  ['a test that ends nowhere, which is an error when it is run', 'bash', 'if [ "$x" = a; then cmd; fi\n'],
  ['a script of zsh', 'bash', '#!/bin/zsh\nif true; then\n  cmd\n'],

  ['no colon', 'python', 'with open("x") as ⟦log⟧\n    log.write("x")\n'],
  ['no bracket', 'python', 'log⟦(⟧"x"\nm = json.loads(sys.stdin.readline())\n'],
  ['no quotation mark', 'python', 'log(⟦"⟧x)\nprint(1)\n'],
  ['indented too far', 'python', 'a = 1\n  ⟦b = 2⟧\n'],
  ['indented too little', 'python', 'def f():\n    a = 1\n  ⟦b = 2⟧\n'],
  ['an else that stands elsewhere', 'python', 'if a:\n    b()\n  ⟦else:⟧\n    c()\n'],
  ['a body of nothing but a comment', 'python', '⟦if a:⟧\n    # later\nb()\n'],
  ['tabs among blanks', 'python', 'def f():\n        a()\n\t⟦b()⟧\n'],
  ['Python 2', 'python', '#!/usr/bin/env python3\n⟦print "x"⟧\n'],
  ['Python 2 for itself', 'python', '#!/usr/bin/python2\nprint "x"\n'],
  ['Python of any version', 'python', 'print "x"\n'],
  ['brackets that go on', 'python', 'f(\n  1,\n    2)\nx = [\n1]\n'],
  ['a text over several lines', 'python', 'def f():\n    """a\n  b"""\n    return """\nc"""\n'],
  ['statements on one line', 'python', 'if a: b(); c()\nelse: d()\n'],
  ['a decorator', 'python', 'class A:\n    @property\n    def f(self):\n        pass\n'],
];

describe('what the text alone shows', () => {
  it.each(cases)('%s', async (_, language, marked) => {
    expect(await shown(syntaxError, language, marked)).toBe(marked);
  });
  it('is told alone, but for what is about the file', async () => {
    const text = 'read INPUT\nif [ -n "$INPUT" ]; then\r\n  cmd\n';
    const found = staticFindings(await readScript(text, 'x.sh'), { executable: false });
    expect(found.map(({ code }) => code).sort()).toEqual([
      'bad-shebang',
      'crlf',
      'not-executable',
      'syntax-error',
    ]);
  });
});

describe('what an interpreter says', () => {
  const refused: Parsing = { kind: 'refused', by: 'bash', line: 1, words: 'near unexpected token `fi' };
  const bySh: Parsing = { kind: 'refused', by: 'sh', line: 1, words: '"(" unexpected' };
  it.each<[string, Parsing, string]>([
    ['counts', refused, '#!/bin/bash\n  ⟦fi⟧\n'],
    ['counts more than the tree', { kind: 'parses' }, '#!/bin/bash\nif true; then\n  cmd\n'],
    ['may be about the end', { ...refused, line: 9 }, '#!/bin/bash\nif true; then\n  ⟦cmd⟧\n\n'],
    ['may be about another shell', bySh, '#!/bin/sh\n⟦a=(1 2)⟧\n'],
  ])('%s', async (_, parsed, marked) => {
    expect(await shown(syntaxError, 'bash', marked, { parsed })).toBe(marked);
  });
  it('offers bash to a script that needs it', async () => {
    const [found] = staticFindings(await readScript('#!/bin/sh\na=(1 2)\n', 'x.sh'), { parsed: bySh });
    expect(found?.fixes?.[0]?.edits).toEqual([{ span: { start: 0, end: 9 }, newText: '#!/bin/bash' }]);
  });

  it.each<[string, string, ReturnType<typeof syntaxErrorIn>]>([
    [
      'bash',
      '/x/a.sh: line 7: syntax error: unexpected end of file\n',
      { line: 6, words: 'unexpected end of file' },
    ],
    [
      'bash',
      "a.sh: line 3: syntax error near unexpected token `fi'\na.sh: line 3: `fi'\n",
      { line: 2, words: "near unexpected token `fi'" },
    ],
    [
      'bash',
      'a.sh: line 2: unexpected EOF while looking for matching `"\'\n',
      { line: 1, words: 'unexpected EOF while looking for matching `"\'' },
    ],
    ['dash', 'a.sh: 5: Syntax error: "fi" unexpected\n', { line: 4, words: '"fi" unexpected' }],
    ['eval', 'a.sh: eval: line 5: syntax error: unexpected end of file\n', undefined],
    ['arithmetic', 'a.sh: line 5: 1 + : syntax error: operand expected\n', undefined],
    ['another script', 'b-a.sh: line 5: syntax error: unexpected end of file\n', undefined],
    ['jq', 'jq: error: syntax error, unexpected $end\n', undefined],
    [
      'Python',
      '  File "/x/a.sh", line 3\n    log("x"\n       ^\nSyntaxError: \'(\' was never closed\n',
      { line: 2, words: "'(' was never closed" },
    ],
    [
      'Python',
      '  File "/x/a.sh", line 3\n    b = 2\nIndentationError: unexpected indent\n',
      { line: 2, words: 'unexpected indent' },
    ],
    [
      'a module',
      'Traceback (most recent call last):\n  File "/x/a.sh", line 1, in <module>\n    import m\n  File "/x/m.py", line 3\n    b = 2\nIndentationError: unexpected indent\n',
      undefined,
    ],
    [
      'ast',
      'Traceback (most recent call last):\n  File "<unknown>", line 1\n    x y\nSyntaxError: invalid syntax\n',
      undefined,
    ],
  ])('%s: %j', (_, stderr, expected) => {
    expect(syntaxErrorIn(stderr, 'a.sh')).toEqual(expected);
  });

  it.each<[Language, string, readonly string[]]>([
    ['python', '#!/usr/bin/env python3\n', ['python3']],
    ['python', 'import sys\n', ['python3']],
    ['python', '#!/usr/bin/python2.7\n', []],
    ['bash', '#!/bin/bash\n', ['bash']],
    ['bash', 'echo\n', ['bash']],
    ['bash', '#!/bin/sh\n', ['bash', 'sh']],
    ['bash', '#!/bin/ksh\n', []],
    ['powershell', '', []],
  ])('%s %j is a matter of %j', (language, text, expected) => {
    expect(interpretersOf(language, text)).toEqual(expected);
  });
});
