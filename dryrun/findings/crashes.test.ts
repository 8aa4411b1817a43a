import { expect, it } from 'vitest';
import { isUncaught } from './crashes';

const python = (file: string) =>
  `Traceback (most recent call last):\n  File "${file}", line 8, in <module>\nKeyError: 'srcip'\n`;

it.each([
  ['a Python script', python('/var/ossec/active-response/bin/x.py'), true],
  ['Python that a shell script ran', python('<string>'), false],
  ['a shell script that does not parse', 'active-response/bin/x.sh: line 3: syntax error near `fi`\n', true],
  ['jq that a shell script ran', 'jq: error: syntax error, unexpected $end\n', false],
  ['a complaint', 'active-response/bin/x.sh: line 3: no such thing\n', false],
])('%s', (_, stderr, expected) => {
  expect(isUncaught(stderr)).toBe(expected);
});
