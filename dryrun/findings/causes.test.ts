import { expect, it } from 'vitest';
import { runHeaders, staticHeaders } from '../index';
import { causes, causesInText, consequences } from './causes';

it.each<readonly [found: readonly string[], told: readonly string[]]>([
  [[], []],
  [['crashes', 'no-log'], ['crashes']],
  [['wrong-field', 'crashes', 'no-log'], ['wrong-field']],
  // A text that cannot be read has shown nothing else, and is not yet worth another word.
  [
    ['bad-shebang', 'syntax-error', 'weak-key', 'races'],
    ['bad-shebang', 'syntax-error'],
  ],
  // What follows from a cause that is itself a consequence is not told either.
  [['no-handshake', 'acts-before-continue', 'ignores-abort'], ['no-handshake']],
  [
    ['weak-key', 'slow', 'not-reverted'],
    ['weak-key', 'slow', 'not-reverted'],
  ],
])('of %j it tells %j', (found, told) => {
  expect(causes(found.map((code) => ({ code }))).map(({ code }) => code)).toEqual(told);
});

it.each<readonly [text: readonly string[], told: readonly string[]]>([
  // Each is a fault of the text, whatever it keeps a run from showing.
  [
    ['reads-to-eof', 'slow', 'mangles-input', 'no-handshake'],
    ['reads-to-eof', 'slow', 'mangles-input', 'no-handshake'],
  ],
  [
    ['argv-protocol', 'slow', 'bad-shebang'],
    ['argv-protocol', 'bad-shebang'],
  ],
  [
    ['syntax-error', 'slow', 'crlf'],
    ['syntax-error', 'crlf'],
  ],
])('of %j in a text it tells %j', (found, told) => {
  expect(
    causesInText(
      found.map((code) => ({ code })),
      found,
    ).map(({ code }) => code),
  ).toEqual(told);
});

it('knows only codes that there are, and no circles', () => {
  const codes = [...runHeaders, ...staticHeaders].map(({ code }) => code);
  for (const [cause, follow] of Object.entries(consequences)) {
    expect(codes).toEqual(expect.arrayContaining([cause, ...follow]));
    for (const code of follow) expect(consequences[code] ?? []).not.toContain(cause);
  }
});
