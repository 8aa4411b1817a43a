import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesId } from './rules-id';

/** Ids stand between ‹ and ›, ignored parts between « and ». */
function marked(text: string): string {
  const { rules, ignored } = rulesId(text);
  const marks = [
    ...rules.flatMap(({ start, end }) => [
      { at: start, mark: '‹' },
      { at: end, mark: '›' },
    ]),
    ...ignored.flatMap(({ start, end }) => [
      { at: start, mark: '«' },
      { at: end, mark: '»' },
    ]),
  ];
  return marks
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}

describe('rules_id', () => {
  it.each([
    ['5710', '‹5710›'],
    ['5710, 5711 ,5712', '‹5710›, ‹5711› ,‹5712›'],
    [',,5710,,', ',,‹5710›,,'],
    ['5710 5711', '‹5710› «5711»'],
    ['5710;5711', '‹5710›«;5711»'],
    ['5710-5712, 5720', '‹5710›«-5712», ‹5720›'],
    ['5710,abc,5712', '‹5710›,«abc,5712»'],
    ['abc', '«abc»'],
    ['5710,\n5711', '‹5710›,\n«5711»'],
    ['\n5710', '\n«5710»'],
    ['5710\n', '‹5710›\n'],
    ['', ''],
    ['  ', '  '],
  ])('%j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('takes back every list that it could have been written from', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999_999)), fc.constantFrom(',', ', ', ' ,', ',,'), (ids, comma) => {
        const { rules, ignored } = rulesId(ids.join(comma));
        expect(rules.map(({ id }) => id)).toEqual(ids);
        expect(ignored).toEqual([]);
      }),
    );
  });

  it('reads and ignores parts that do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', ',', ' ', ';', '\n', 'x') }), (text) => {
        const { rules, ignored } = rulesId(text);
        const parts = [...rules, ...ignored].sort((a, b) => a.start - b.start);
        for (const [index, { start, end }] of parts.entries()) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(parts[index + 1]?.start ?? text.length);
        }
      }),
    );
  });
});
