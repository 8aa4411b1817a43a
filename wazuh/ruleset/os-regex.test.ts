import fc from 'fast-check';
import { expect, it } from 'vitest';
import { osRegex } from './os-regex';

it.each([
  ['sshd', 'syslog,sshd,', true],
  ['SSHD', 'syslog,sshd,', true],
  ['^sshd', 'syslog,sshd,', false],
  ['sshd,$', 'syslog,sshd,', true],
  ['syslog,$', 'syslog,sshd,', false],
  ['web|sshd', 'syslog,sshd,', true],
  ['web|^syslog', 'syslog,sshd,', true],
  ['a^b', 'a^b', true],
  ['a$b', 'a$b', true],
  ['a.b', 'axb', false],
  ['a\\.b', 'axb', true],
  ['a+', 'aaa', false],
  ['a+', 'a+', true],
  ['\\d+,', 'x12,', true],
  ['\\w\\d', 'a1', true],
  ['\\W', 'a-@_1', false],
  ['\\p', ']', true],
  ['\\p', '/', false],
  ['\\s', 'a b', true],
  ['\\S+', '   ', false],
  ['\\t', 'a\tb', true],
  ['(web,)(\\d*)', 'web,', true],
  ['\\(a\\)', '(a)', true],
  ['a\\|b', 'a|b', true],
  ['a\\$', 'a$', true],
  ['\\\\', 'a\\b', true],
  ['\\<', '<', true],
  ['a[b]', 'a[b]', true],
  ['a{2}', 'aa', false],
  ['', 'anything', true],
])('%s in %s: %s', (expression, text, expected) => {
  expect(osRegex(expression)?.test(text)).toBe(expected);
});

it('takes no longer for what can be matched in many ways', { timeout: 20_000 }, () => {
  const expression = `${'\\w+\\.*'.repeat(300)}!`;
  expect(osRegex(expression)?.test('a'.repeat(2000))).toBe(false);
  expect(osRegex(expression)?.test(`${'a'.repeat(2000)}!`)).toBe(true);
});

it('cannot compile what is longer than Wazuh takes', () => {
  expect(osRegex('a|'.repeat(100_000))).toBeUndefined();
});

it.each(['\\b', '\\x', 'a\\', '(a', 'a)', '((a))', '(a|b)'])('cannot compile %s', (expression) => {
  expect(osRegex(expression)).toBeUndefined();
});

it('compiles or refuses whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\\dwsp()|^$.+*a[{}\]/-]*$/)), (expression) => {
      const pattern = osRegex(expression);
      expect(pattern === undefined || typeof pattern.test('a') === 'boolean').toBe(true);
    }),
  );
});

it('finds a text without special characters where it stands', () => {
  const plain = fc.stringMatching(/^[a-z0-9_,. +*[\]{}-]{1,12}$/);
  fc.assert(
    fc.property(plain, plain, plain, (before, text, after) => {
      expect(osRegex(text)?.test(before + text + after)).toBe(true);
      expect(osRegex(text)?.test(before)).toBe(before.includes(text));
    }),
  );
});
