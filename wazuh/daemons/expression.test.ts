import { expect, it } from 'vitest';
import { isOsMatch, isOsRegex, isPcre2 } from './expression';

it.each([
  ['sshd|su', true, true],
  ['a'.repeat(20_480), true, true],
  ['a'.repeat(20_481), false, false],
  ['é'.repeat(10_241), false, false],
  [String.raw`\d+`, true, true],
  [String.raw`\x`, true, false],
  ['(a|b)', true, false],
  ['((a))', true, false],
  ['(a', true, false],
])('case %#', (text, match, regex) => {
  expect([isOsMatch(text), isOsRegex(text)]).toEqual([match, regex]);
});

it.each([
  ['(?i)a++', true],
  ['[[:alpha:]]', true],
  ['(a', false],
])('%s for PCRE2', (text, compiles) => {
  expect(isPcre2(text)).toBe(compiles);
});
