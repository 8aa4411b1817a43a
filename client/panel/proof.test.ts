import { describe, expect, it } from 'vitest';
import { proofPicture } from './proof';

describe('the proof', () => {
  it.each([
    [
      [true, false, true],
      ['good reached', 'good blocked', 'good reached'],
    ],
    [
      [true, true, true],
      ['good reached', 'bad reached', 'good reached'],
    ],
    [
      [true, false, false],
      ['good reached', 'good blocked', 'bad blocked'],
    ],
  ])('%j', (reached, expected) => {
    const moments = ['before add', 'after add', 'after delete'] as const;
    const probes = moments.map((when, index) => ({ when, port: 22, reached: reached[index] === true }));
    const picture = proofPicture({ kind: 'tried', address: '203.0.113.7', probes });
    expect(
      picture.kind === 'tried' && picture.probes.map(({ outcome }) => `${outcome.tone} ${outcome.text}`),
    ).toEqual(expected);
  });

  it('says why there is none', () => {
    expect(proofPicture({ kind: 'none', reason: 'No address.' })).toEqual({
      kind: 'none',
      about: 'No address.',
    });
  });
});
