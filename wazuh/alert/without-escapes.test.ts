import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutEscapes } from './without-escapes';

it('leaves no backslash in the JSON, and all else as it is', () => {
  expect(withoutEscapes({ a: 'say "x"\\y\n', b: [1, null, { c: 'plain text' }] })).toEqual({
    a: "say 'x'/y",
    b: [1, null, { c: 'plain text' }],
  });
});

it('does so for any alert', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^\w+$/), fc.string({ unit: 'grapheme-ascii' })), (alert) => {
      expect(JSON.stringify(withoutEscapes(alert))).not.toContain('\\');
    }),
  );
});
