import { describe, expect, it } from 'vitest';
import { acceptableGrowth, growth } from '../growth-for-tests';
import { read } from './index';

describe('the time that reading takes grows with the text alone', () => {
  it.each([
    ...['<', '<a', '<a>', '<a>\n', ' <a>\n', '<a>x', '<a>x<', '</', '</b>', '<!', '<!--', '<!DOCTYPE '],
    ...[
      '<a b="',
      "<a b='x' ",
      `<a b="\n<c d='\n`,
      '<a b="x>',
      '<a b=x c=',
      'a',
      '\\<',
      '<a>\\</a>',
      '<a<!-- -->',
    ],
    ...['\n', '\0', '<\udcff', '&lt;', '<?', '< a', '<a><b>\n</a>\n', '<a>\n  <b>x\n  <c>y</c>\n</a>\n'],
  ])('%j', (piece) => {
    expect(growth(read, piece, 40_000)).toBeLessThan(acceptableGrowth);
  });

  it('a configuration of 5 MB', () => {
    const piece =
      '<ossec_config>\n  <command>\n    <!-- b -->\n    <name c="d">a</name>\n  </command>\n</ossec_config>\n';
    expect(growth(read, piece, 625_000)).toBeLessThan(acceptableGrowth);
  });
});
