import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atoi, isDigits } from './number';

describe('atoi', () => {
  it.each([
    ['600', 600],
    [' 600 ', 600],
    ['\t\n600', 600],
    ['10m', 10],
    ['1e3', 1],
    ['abc', 0],
    ['', 0],
    ['-5', -5],
    ['+7', 7],
    ['+-7', 0],
    ['- 7', 0],
    ['05', 5],
    ['2147483647', 2147483647],
    ['2147483648', -2147483648],
    ['4294967297', 1],
    ['99999999999', 1215752191],
    ['99999999999999999999', -1],
    ['-99999999999999999999', 0],
  ])('reads %j as %d', (text, number) => {
    expect(atoi(text)).toBe(number);
  });

  it('reads back every 32-bit number, whatever follows it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (number, tail) => {
        expect(atoi(`${number}${tail.replace(/^\d+/, '')}`)).toBe(number);
      }),
    );
  });
});

describe('isDigits', () => {
  it.each([
    ['', true],
    ['0', true],
    ['0123456789', true],
    [' 5', false],
    ['5\n', false],
    ['-1', false],
    ['5.5', false],
    ['٣', false],
  ])('of %j is %s', (text, expected) => {
    expect(isDigits(text)).toBe(expected);
  });
});
