import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { testText } from '../testing/context';
import { selectionRange } from './selection-ranges';

/** The ranges from the inside out. */
function chain(range: SelectionRange | undefined): readonly SelectionRange['range'][] {
  return range ? [range.range, ...chain(range.parent)] : [];
}

describe('selection ranges', () => {
  it.each([
    ['a word of a list', '⟦<a>⟦<b>⟦5710, ⟦57$012⟧⟧</b>⟧</a>⟧'],
    ['a tag', '⟦<a>⟦⟦<⟦b$0c⟧>⟧x</bc>⟧</a>⟧'],
    ['an attribute', '⟦⟦<a ⟦bc="⟦⟦d$0⟧ e⟧"⟧>⟧</a>⟧'],
    ['a comment', '⟦<a>⟦⟦<!-- ⟦x$0⟧ y -->⟧ z⟧</a>⟧'],
  ])('%s', (_, marked) => {
    const { document, cursor, ranges } = testText(marked);
    expect(chain(selectionRange(document, cursor))).toEqual(ranges.map(document.range));
  });

  it('always nest', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d e">',
      '</b>',
      'x y',
      '<!-- ',
      '-->',
      '<',
      '"',
      '/>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.nat(), (parts, at) => {
        const { document, text } = testText(parts.join(''));
        const offset = at % (text.length + 1);
        let inner = { start: offset, end: offset };
        for (const range of chain(selectionRange(document, offset))) {
          const outer = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
          expect(outer.start).toBeLessThanOrEqual(inner.start);
          expect(outer.end).toBeGreaterThanOrEqual(inner.end);
          inner = outer;
        }
      }),
    );
  });
});
