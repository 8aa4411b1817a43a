import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, holdsRawBytes } from './decode';

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('decode', () => {
  it.each<[string, string, string, boolean]>([
    ['ASCII', 'abc', 'abc', true],
    ['two bytes', 'caf\xc3\xa9', 'café', true],
    ['four bytes', '\xf0\x9f\x98\x80', '😀', true],
    ['a byte order mark, kept', '\xef\xbb\xbfx', '\ufeffx', true],
    ['Latin-1', 'caf\xe9!', 'caf\udce9!', false],
    ['0xFF', 'a\xffb', 'a\udcffb', false],
    ['a cut sequence', 'a\xe2\x82', 'a\udce2\udc82', false],
    ['an overlong sequence', '\xc0\xaf', '\udcc0\udcaf', false],
    ['half a surrogate pair', '\xed\xa0\x80', '\udced\udca0\udc80', false],
    ['a bad byte between good ones', '\xc3\xa9\xe9\xc3\xa9', 'é\udce9é', false],
  ])('reads %s', (_, bytes, text, utf8) => {
    expect(decode(latin1(bytes))).toEqual({ text, utf8 });
    expect(holdsRawBytes(text)).toBe(!utf8);
  });

  it('loses no byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { text, utf8 } = decode(bytes);
        expect(holdsRawBytes(text)).toBe(!utf8);
        expect(encode(text)).toEqual(Array.from(bytes));
      }),
    );
  });
});

/** The bytes again: raw ones as they were, all else as UTF-8. */
function encode(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => {
    const unit = character.charCodeAt(0);
    const raw = character.length === 1 && unit >= 0xdc80 && unit <= 0xdcff;
    return raw ? [unit - 0xdc00] : Array.from(new TextEncoder().encode(character));
  });
}
