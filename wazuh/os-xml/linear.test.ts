import { describe, expect, it } from 'vitest';
import { read } from './index';

/** How long it takes to read `megabytes` of a repeated piece, in milliseconds for each megabyte. */
function time(piece: string, megabytes: number): number {
  const text = piece.repeat(Math.ceil((megabytes * 1e6) / piece.length));
  const start = performance.now();
  read(text);
  return (performance.now() - start) / megabytes;
}

/**
 * How many times as long each character takes in a text that is eight times as long. Measured anew while it looks
 * bad: on a busy machine a single measurement says little, but what grows with the square never looks good.
 */
function growth(piece: string, small: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 6 && best > acceptable; attempt++) {
    best = Math.min(best, time(piece, 8 * small) / time(piece, small));
  }
  return best;
}

/** With the square of the length it would be eight. */
const acceptable = 4;

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
    expect(growth(piece, 0.04)).toBeLessThan(acceptable);
  });

  it('a configuration of 5 MB', () => {
    const piece =
      '<ossec_config>\n  <command>\n    <!-- b -->\n    <name c="d">a</name>\n  </command>\n</ossec_config>\n';
    expect(growth(piece, 5 / 8)).toBeLessThan(acceptable);
  });
});
