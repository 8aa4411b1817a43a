import { describe, expect, it } from 'vitest';
import { rewrite } from './rewrite';

describe('rewrite', () => {
  it.each<[string, string, string]>([
    ['keeps tags', '<ab>x</ab>', '<ab>x</ab>'],
    ['turns carriage returns into line feeds', 'a\r\nb\rc', 'a\nb\nc'],
    [
      'escapes a bare &',
      'a & b &amp; &lt; &foo; &#65;',
      'a &amp; b &amp; _custom_amp_lt_ &amp;foo; &amp;#65;',
    ],
    ['makes an entity of a backslash', 'C:\\x', 'C:&backslash;x'],
    ['escapes a > behind a backslash', '\\>', '&backslash;&gt;'],
    ['escapes < before a blank', '<ab>1 < 2</ab>', '<ab>1 &lt; 2</ab>'],
    ['takes \\<x for a tag if a > follows', '<ab>\\<x</ab>', '<ab>&backslash;<x</ab>'],
    ['escapes a tag that goes on in the next line', '<ab\ncd="e">x</ab>', '&lt;ab\ncd="e">x</ab>'],
    ['takes <a> for no tag if no other > follows', '<a>\n</a>\n', '&lt;a>\n&lt;/a>\n'],
    ['takes <a> for a tag if another > follows', '<a>x</a>', '<a>x&lt;/a>'],
    ['escapes CDATA and DOCTYPE', '<![CDATA[x]]><!DOCTYPE x>', '&lt;![CDATA[x]]>&lt;!DOCTYPE x>'],
    ['mends -- inside a comment', '<!-- a -- b -->', '<!-- a .. b -->'],
    ['mends pairs of dashes only', '<!-- a --->', '<!-- a --->'],
    ['mends what stands in a comment elsewhere, too', '<!--a--b-->\na--b', '<!--a..b-->\na..b'],
    [
      'breaks all comments for one that is two dashes',
      '<!-- x -->\n<!------>',
      '&lt;!.. x ..>\n&lt;!......>',
    ],
    ['escapes \\< at the beginning of a single line', '\\<x>y', '&backslash;&lt;x>y'],
  ])('%s', (_, source, expected) => {
    expect(rewrite(source).text).toBe(expected);
  });
});
