import { describe, expect, it } from 'vitest';
import { testText } from '../testing/context';
import { linkedEditingRanges } from './linked-editing';

describe('linked editing', () => {
  it.each([
    ['in the start tag', '<a><⟦b$0⟧>x</⟦b⟧></a>'],
    ['in the closing tag', '<a><⟦b⟧>x</⟦$0b⟧></a>'],
    ['with attributes', '<⟦$0a⟧ b="c"></⟦a⟧>'],
    ['not in an attribute', '<a b$0="c"></a>'],
    ['not in a text', '<a>x$0x</a>'],
    ['not without a closing tag', '<a$0>'],
    ['not in a tag that closes itself', '<a><b$0/></a>'],
  ])('%s', (_, marked) => {
    const { document, cursor, ranges } = testText(marked);
    expect(linkedEditingRanges(document, cursor)?.ranges ?? []).toEqual(ranges.map(document.range));
  });
});
