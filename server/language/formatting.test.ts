import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testText } from '../testing/context';
import { sameToWazuh } from '../testing/same-to-wazuh';
import { configurationDocument } from './document';
import { formatting } from './formatting';

const twoBlanks = { tabSize: 2, insertSpaces: true };

/** The text formatted; where ranges are marked, only the lines of the first. */
function formatted(marked: string, options = twoBlanks): string {
  const { document, text, ranges } = testText(marked);
  return TextDocument.applyEdits(
    TextDocument.create('', '', 1, text),
    formatting(document, options, ranges[0]),
  );
}

describe('formatting', () => {
  it.each([
    ['elements', '<a>\n<b>\n<c>x</c>\n</b>\n</a>\n', '<a>\n  <b>\n    <c>x</c>\n  </b>\n</a>\n'],
    ['too deep', '   <a>\n        <b>x</b>\n     </a>', '<a>\n  <b>x</b>\n</a>'],
    [
      'several on a line',
      '<a>\n<b><c>x</c>\n<d>y</d></b>\n</a>',
      '<a>\n  <b><c>x</c>\n    <d>y</d></b>\n</a>',
    ],
    [
      'comments',
      '<a>\n<!-- x -->\n<b>y</b>\n<!-- z -->\n</a>',
      '<a>\n  <!-- x -->\n  <b>y</b>\n  <!-- z -->\n</a>',
    ],
    [
      'not inside comments',
      '<a>\n<!--\n<b>\n  x -->\n<c>y</c></a>',
      '<a>\n  <!--\n<b>\n  x -->\n  <c>y</c></a>',
    ],
    ['not in the text of an option', '<a>\n<b>\nx\n y\n</b>\n</a>', '<a>\n  <b>\nx\n y\n</b>\n</a>'],
    ['not in an empty text', '<a>\n<b>\n</b>\n</a>', '<a>\n  <b>\n</b>\n</a>'],
    [
      'not before a comment in a text',
      '<a>\n<b>\n<!-- c -->\nx</b>\n</a>',
      '<a>\n  <b>\n<!-- c -->\nx</b>\n</a>',
    ],
    ['not before a tag that ends a text', '<a>\n<b>x</b> y\n    </a>', '<a>\n  <b>x</b> y\n    </a>'],
    ['not in tags', '<a>\n<b\nc="d">x</b>\n</a>', '<a>\n  <b\nc="d">x</b>\n</a>'],
    ['not stray text', '<a>\nstray\n<b>x</b>\n</a>', '<a>\nstray\n  <b>x</b>\n</a>'],
    ['blank lines stay', '<a>\n\n   \n<b>x</b>\n</a>', '<a>\n\n   \n  <b>x</b>\n</a>'],
    ['Windows line ends', '<a>\r\n<b>x</b>\r\n</a>', '<a>\r\n  <b>x</b>\r\n</a>'],
    ['several roots', ' <a>\n<b>x</b>\n </a>\n <a>\n </a>', '<a>\n  <b>x</b>\n</a>\n<a>\n </a>'],
    [
      'the lines of a range',
      '<a>\n<b>x</b>\n⟦<c>x</c>⟧\n<d>x</d>\n</a>',
      '<a>\n<b>x</b>\n  <c>x</c>\n<d>x</d>\n</a>',
    ],
    ['behind a byte order mark', '\uFEFF<a>\n<b>x</b>\n</a>', '\uFEFF<a>\n  <b>x</b>\n</a>'],
    ['nothing where Wazuh refuses the file', '<a>\n<b>\n</a>', '<a>\n<b>\n</a>'],
  ])('%s', (_, marked, expected) => {
    expect(formatted(marked)).toBe(expected);
  });

  it('is done with a long line', { timeout: 60_000 }, () => {
    const line = `<ossec_config>${'<b>x</b>'.repeat(160_000)}</ossec_config>`;
    expect(formatted(line)).toBe(line);
  });

  it('with tabs', () => {
    expect(formatted('<a>\n<b>x</b>\n</a>', { tabSize: 4, insertSpaces: false })).toBe(
      '<a>\n\t<b>x</b>\n</a>',
    );
  });

  it('changes nothing that Wazuh reads, and nothing the second time', () => {
    const text = fc.constantFrom('', ' ', '\n', '\n   ', 'x', '\n x \n', '<!-- c -->', '\n<!-- c\n d -->\n');
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(fc.constantFrom('a', 'b'), text).map(([name, inner]) => `<${name}>${inner}</${name}>`),
        fc.constantFrom('<c/>', '<c />', '<c d="e"/>', '<c\n  d="e"></c>'),
        fc
          .tuple(fc.constantFrom('a', 'b'), fc.array(fc.tuple(text, tie('element')), { maxLength: 4 }), text)
          .map(([name, children, last]) => `<${name}>${children.flat().join('')}${last}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, element)), (parts) => {
        const source = parts.flat().join('');
        const once = formatted(source);
        expect(sameToWazuh(source, once)).toBe(true);
        expect(formatted(once)).toBe(once);
        expect(configurationDocument('', 1, once).configuration.xml.faults).toEqual(
          configurationDocument('', 1, source).configuration.xml.faults,
        );
      }),
    );
  });
});
