import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleJson, visibleLines, visibleTexts } from './visible';

const cases: readonly (readonly [text: string, shown: string])[] = [
  ['blocked 203.0.113.7', 'blocked 203.0.113.7'],
  ['ünïcödé ✓ 日本', 'ünïcödé ✓ 日本'],
  ['a\tb\r\nc', String.raw`a\tb\r\nc`],
  ['\u001b[31mred\u007f', String.raw`\u001b[31mred\u007f`],
  ['\u009b2J\u0085', String.raw`\u009b2J\u0085`],
  ['gpj.\u202eexe\u2066\u200b', String.raw`gpj.\u202eexe\u2066\u200b`],
  ['one\u2028two\u2029', String.raw`one\u2028two\u2029`],
  ['half \ud800', String.raw`half \ud800`],
  ['tag \u{e0041}', String.raw`tag \udb40\udc41`],
  ['::error::x', String.raw`\u003a:error::x`],
  ['  ::set-env name=x::y', String.raw`  \u003a:set-env name=x::y`],
  ['a::b', 'a::b'],
  ['x ##[error]y ##vso[task.x]', String.raw`x #\u0023[error]y #\u0023vso[task.x]`],
  ['# [a](b)', '# [a](b)'],
];

/** What must never come out, whatever goes in. */
const acts = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##(?:\[|vso\[)|^\s*::/imu;

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '::',
      '##[',
      '##vso[',
      ' ',
      '\n',
      '\r',
      '\u001b',
      '\u009b',
      '\u202e',
      '\u2028',
      '\ud800',
      '#',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

describe('text from elsewhere', () => {
  it.each(cases)('%j', (text, shown) => expect(visible(text)).toBe(shown));

  it('is one line that does nothing', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toMatch(acts);
        expect(visible(text)).not.toMatch(/[\n\t]/);
        expect(visibleLines(text)).not.toMatch(acts);
        expect(visibleTexts({ all: [text] })).toEqual({ all: [visibleLines(text)] });
        expect(visibleLines(text).split('\n')).toHaveLength(text.split('\n').length);
      }),
    ));

  it('means the same as JSON', () =>
    fc.assert(
      fc.property(fc.dictionary(hostile, hostile), (value) => {
        expect(JSON.parse(visibleJson(value))).toEqual(value);
        expect(visibleJson(value)).not.toMatch(acts);
      }),
    ));
});
