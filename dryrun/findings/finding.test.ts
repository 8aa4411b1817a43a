import { expect, it } from 'vitest';
import { lastWords } from './finding';

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
