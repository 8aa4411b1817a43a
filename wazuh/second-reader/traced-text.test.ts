import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacing, TracedText } from './traced-text';

describe('TracedText', () => {
  it('remembers where its characters came from, over several rounds', () => {
    const first = TracedText.of('a&b\\c');
    const second = first.with(replacing(first.text, /\\/g, '&backslash;'));
    const third = second.with(replacing(second.text, /&(?!backslash)/g, '&amp;'));
    expect(third.text).toBe('a&amp;b&backslash;c');
    const origins = Array.from(third.text, (_, offset) => third.sourceOf(offset));
    expect(origins.slice(0, 2)).toEqual([0, 1]);
    expect(third.sourceOf(third.text.indexOf('b'))).toBe(2);
    expect(third.sourceOf(third.text.indexOf('&backslash'))).toBe(3);
    expect(third.sourceOf(third.text.indexOf('c', 8 + 9))).toBe(4);
    expect(third.sourceOf(third.text.length)).toBe(5);
  });

  it('finds each kept character again', () => {
    const rounds = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'ab', 'ba'), fc.constantFrom('', 'X', 'YY', 'ZZZZ')),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,30}$/), rounds, (source, steps) => {
        let traced = TracedText.of(source);
        for (const [what, by] of steps)
          traced = traced.with(replacing(traced.text, new RegExp(what, 'g'), by));
        let former = 0;
        Array.from(traced.text).forEach((character, offset) => {
          const origin = traced.sourceOf(offset);
          expect(origin).toBeGreaterThanOrEqual(former);
          expect(origin).toBeLessThanOrEqual(source.length);
          if (/[abc]/.test(character)) expect(source[origin]).toBe(character);
          former = origin;
        });
      }),
    );
  });
});
