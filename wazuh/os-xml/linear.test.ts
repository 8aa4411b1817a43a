import { describe, expect, it } from 'vitest';
import { read } from './index';

const small = 0.03;
const large = 0.24;

/** Reads `megabytes` of a repeated piece; how long it took, in milliseconds, at best. */
function time(piece: string, megabytes: number, runs: number): number {
  const text = piece.repeat(Math.ceil((megabytes * 1e6) / piece.length));
  const took = Array.from({ length: runs }, () => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  });
  return Math.min(...took);
}

describe('the time that reading takes grows with the text alone', () => {
  // Reading that looks back or ahead each time would take eight times as long for each character of the larger text;
  // a busy machine and a fuller memory may well take twice as long.
  it.each([
    '<ossec_config>\n  <a b="c">d</a>\n  <!-- e -->\n</ossec_config>\n',
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
    const before = time(piece, small, 3) / small;
    const after = time(piece, large, 2) / large;
    expect(after).toBeLessThan(4 * before + 100);
  });

  it('for a configuration of 5 MB', () => {
    const piece = '<ossec_config>\n  <command>\n    <name>a</name>\n  </command>\n</ossec_config>\n';
    const before = time(piece, 0.5, 3) / 0.5;
    expect(time(piece, 5, 1) / 5).toBeLessThan(4 * before + 100);
  });
});
