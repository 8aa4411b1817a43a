import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Held } from '../message-read';
import { jqFilter } from './filter';

const message: readonly Held[] = [{ path: [], sure: true }];
const joined = (held: readonly Held[]) => held.map(({ path }) => path.join('.'));

describe('what a filter of jq reads', () => {
  it.each<[filter: string, reads: readonly string[], outputs: readonly string[]]>([
    ['.', [], ['']],
    ['.a.b', ['a.b'], ['a.b']],
    ['.a["b c"].d', ['a.b c.d'], ['a.b c.d']],
    ['.["a"]["b"]', ['a.b'], ['a.b']],
    ['."a"."b"?', ['a.b'], ['a.b']],
    ['.a?.b?', ['a.b'], ['a.b']],
    ['.a[0].b', ['a.0.b'], ['a.0.b']],
    ['.a[].b', ['a.0.b'], ['a.0.b']],
    ['.a // .b // empty', ['a', 'b'], ['a', 'b']],
    ['(.a // .).b', ['a', 'a.b|b'], ['a.b', 'b']],
    ['.a | .b | .c', ['a', 'a.b', 'a.b.c'], ['a.b.c']],
    ['.a as $x | $x.b, .c', ['a', 'a.b', 'c'], ['a.b', 'c']],
    ['getpath(["a", "b"])', ['a.b'], ['a.b']],
    ['if .a == "x" then .b else .c end', ['a', 'b', 'c'], ['b', 'c']],
    ['select(.a > 3) | .b', ['a', 'b'], ['b']],
    ['[.a, .b] | @tsv', ['a', 'b'], ['a', 'b']],
    ['{a, b: .c.d, "e": .f}', ['a', 'c.d', 'f'], []],
    ['"\\(.a) and \\(.b.c)"', ['a', 'b.c'], ['a', 'b.c']],
    ['.a | tostring | ascii_downcase', ['a'], ['a']],
    ['.a | length', ['a'], []],
    ['def f: .a.b; f // .c', ['a.b', 'c'], ['a.b', 'c']],
    ['.[$key]', ['data'], ['data']],
    ['$alert.data.srcip', ['x.y.data.srcip'], ['x.y.data.srcip']],
    ['first(.a, .b | select(. != null))', ['a', 'b'], ['a', 'b']],
    ['.. | .srcip? // empty', [], []],
    ['.a # .b\n| .c', ['a', 'a.c'], ['a.c']],
    ['try .a.b catch "x"', ['a.b'], ['a.b']],
    ['.a) | .b', ['a'], ['a']],
    ['to_entries[] | .value', [], []],
  ])('%s', (filter, reads, outputs) => {
    const variables = new Map([
      ['key', { held: [], text: 'data' }],
      ['alert', { held: [{ path: ['x', 'y'], sure: true }] }],
    ]);
    const result = jqFilter(filter, message, variables);
    expect(result.reads.map(({ held }) => joined(held).join('|'))).toEqual(reads);
    expect(joined(result.outputs)).toEqual(outputs);
  });

  it('has its place in the filter', () => {
    const filter = '.x as $y | .a.b? // "none"';
    const [, read] = jqFilter(filter, message, new Map()).reads;
    expect(filter.slice(read?.start, read?.end)).toBe('.a.b?');
  });

  it('ends, whatever the filter', () => {
    const piece = fc.constantFrom(
      ...'.[](){}|,;:"\\$@?/= '.split(''),
      'a',
      'if ',
      'then ',
      'end',
      'as $x',
      'def f:',
      '..',
      '//',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of jqFilter(text, message, new Map()).reads) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
