import { expect, it } from 'vitest';
import { brief, lastWords } from './finding';

it.each<readonly [stderr: string, words: string]>([
  ['', ''],
  ['Traceback (most recent call last):\n  File "x", line 1\nKeyError: \'srcip\'\n', "KeyError: 'srcip'"],
  [
    'Error: Could not process rule: No such file or directory\nadd rule inet filter input ip saddr 1.2.3.4 drop\n              ^^^^^^\n',
    'Error: Could not process rule: No such file or directory',
  ],
  [
    '/dev/stdin:4:25-31: Error: syntax error, unexpected string\nadd rule oops\n   ^^^^\n',
    '/dev/stdin:4:25-31: Error: syntax error, unexpected string',
  ],
  ['oops\n  ^\n', 'oops'],
])('the last words of %j', (stderr, words) => expect(lastWords(stderr)).toBe(words));

it.each<readonly [text: string, most: number, shown: string]>([
  ['plain', 10, 'plain'],
  [' {"a": "C:\\\\x"}\n', 40, '{"a": "C:\\\\x"}'],
  ['one\ntwo\u001b[31m', 40, String.raw`one\ntwo\u001b[31m`],
  ['abcdefghij', 10, 'abcdefghij'],
  ['abcdefghijk', 10, 'abcdefghi…'],
  ['\u{1f4a9}'.repeat(11), 10, `${'\u{1f4a9}'.repeat(9)}…`],
])('%j in %i characters', (text, most, shown) => {
  expect(brief(text, most)).toBe(shown);
  expect(brief(shown, most)).toBe(shown);
});
