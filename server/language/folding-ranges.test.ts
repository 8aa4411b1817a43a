import { describe, expect, it } from 'vitest';
import { testText } from '../testing/context';
import { foldingRanges } from './folding-ranges';

describe('folding ranges', () => {
  it.each([
    ['elements', '<a>\n<b>\nx\n</b>\n</a>', ['0-3', '1-2']],
    ['not what stands on a line', '<a><b>x</b></a>', []],
    ['not what has no lines between its tags', '<a>\n</a>', []],
    ['comments', '<!--\n x\n-->\n<a>x</a>', ['0-2 comment']],
    ['what is not closed', '<a>\n  <b>\n  x\n', ['0-3', '1-3']],
  ])('%s', (_, marked, expected) => {
    const found = foldingRanges(testText(marked).document);
    expect(
      found.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`),
    ).toEqual(expected);
  });
});
