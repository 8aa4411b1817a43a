import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../span';
import { misplaced, outline, print } from './for-tests';
import { type FaultKind, limits, read } from './index';

describe('what Wazuh accepts', () => {
  it.each<[string, string, string]>([
    ['several roots', '<a>1</a> x <b/>', 'a "1"\nb "" /\n'],
    ['text with & and >', '<a>1 & 2 > 0 &lt;</a>', 'a "1 & 2 > 0 &lt;"\n'],
    ['a comment in a text', '<a>1<!-- x -->2</a>', 'a "12"\n'],
    ['a comment in a name', '<a<!-- x -->b>1</ab>', 'ab "1"\n'],
    ['a comment that ends at !>', '<a>1<! x !>2</a>', 'a "12"\n'],
    ['the shortest comment', '<a>1<!-->2</a>', 'a "12"\n'],
    ['an escaped <', '<a>1 \\<b> 2</a>', 'a "1 \\\\<b> 2"\n'],
    ['two backslashes at the end', '<a>C:\\\\</a>', 'a "C:\\\\\\\\"\n'],
    ['a backslash before a comment', '<a>1\\<!-- x --><b</a>', 'a "1\\\\<b"\n'],
    ['a backslash before the root', '\\<a>', ''],
    ['only the text behind the last child', '<a>1<b>2</b>3</a>', 'a "3"\n  b "2"\n'],
    ['the > of a child with attributes', '<a><b c="d"/></a>', 'a ">"\n  b c="d" "" /\n'],
    ['the > of a child with a blank', '<a><b /> </a>', 'a "> "\n  b "" /\n'],
    ['no > of a child without either', '<a><b/></a>', 'a ""\n  b "" /\n'],
    ['a slash that is not at the end', '<a><b c="d"/ ></a>', 'a " >"\n  b c="d" "" /\n'],
    ['a text cut at a NUL', '<a>1\x002</a>', 'a "1"\n'],
    ['names that are equal up to a NUL', '<a\0b>1</a\0c>', 'a "1"\n'],
    ['single quotes', "<a b='\"'/>", 'a b="\\"" "" /\n'],
    ['a blank behind the equals sign', '<a b= \n"c"/>', 'a b="c" "" /\n'],
    ['a < in a value', '<a b="<c"/>', 'a b="<c" "" /\n'],
    ['a < in an attribute name', '<a <b="c"/>', 'a <b="c" "" /\n'],
    ['a tag over two lines', '<a\nb="c"\n>1</a>', 'a b="c" "1"\n'],
    ['an element without a name', '<>1</>', ' "1"\n'],
    ['a second attribute behind one called var', '<a b="1" var="2" b="3"/>', 'a b="1" var="2" b="3" "" /\n'],
    ['0xFF behind an escaped <: the file ends there', '<a/>\\<\udcff<b>', 'a "" /\n'],
  ])('%s', (_, text, tree) => {
    const xml = read(text);
    expect(xml.faults).toEqual([]);
    expect(outline(xml)).toBe(tree);
    expect(misplaced(xml)).toEqual([]);
  });
});

describe('what Wazuh refuses', () => {
  it.each<[FaultKind, string, number, string]>([
    ['element-not-closed', "Element 'b' not closed.", 2, '<a>⟦<b>⟧1\n</a>'],
    ['element-not-closed', 'End of file and some elements were not closed.', 2, '⟦<a>⟧1\n'],
    ['element-not-closed', "Element 'b' not closed.", 3, '<a>\n⟦<b>⟧<c>1</c>\n</a>'],
    ['closing-tag-misspelt', "Element 'logall' not closed.", 1, '<logall>no⟦</logal>⟧'],
    ['closing-tag-misspelt', "Element 'logall' not closed.", 1, '<logall>no⟦</Logall>⟧'],
    ['closing-tag-misspelt', "Element 'a' not closed.", 1, '<a>no⟦</quite_another>⟧'],
    ['closing-tag-misspelt', "Element 'global' not closed.", 3, '<global>\n<a/>\n⟦</globla>⟧'],
    ['closing-tag-blank', "Element 'a' not closed.", 1, '<a>1⟦</a >⟧'],
    ['closing-tag-blank', "Element 'a' not closed.", 1, '<a>1⟦</ a>⟧'],
    ['closing-tag-blank', 'End of file and some elements were not closed.', 1, '<a>1⟦< /a>⟧'],
    ['closing-tag-blank', "Element 'a' not closed.", 2, '<a>1⟦</a\n>⟧'],
    ['closing-tag-unfinished', "Element 'b' not closed.", 1, '<a><b>1⟦</b⟧</a>'],
    ['closing-tag-unfinished', 'End of file and some elements were not closed.', 1, '<a>1⟦</a⟧'],
    ['closing-tag-escaped', "Element 'b' not closed.", 1, '<a><b>C:⟦\\⟧</b></a>'],
    ['closing-tag-escaped', 'End of file and some elements were not closed.', 1, '<b>C:⟦\\⟧</b>'],
    ['closing-tag-stray', 'Element not opened.', 2, '<a/>\n⟦</b>⟧'],
    ['closing-tag-stray', "Element 'a' not closed.", 2, '<a>\n⟦</b>⟧</a>'],
    ['start-tag-unfinished', "Attribute '<b' has no value.", 2, '⟦<a⟧\n<b></b>'],
    ['start-tag-unfinished', 'End of file and some elements were not closed.', 1, '⟦<a⟧'],
    ['start-tag-unfinished', 'End of file while reading an attribute.', 1, '⟦<a b="c"⟧ '],
    ['start-tag-unfinished', "Element 'b</a' not closed.", 1, '<a>1⟦<b⟧</a></c>'],
    ['blank-before-name', "Attribute 'a' has no value.", 1, '⟦< ⟧a>1</a>'],
    ['less-than-in-text', "Attribute 'b<' has no value.", 1, '<a>1 ⟦<⟧ b</a>'],
    ['xml-prolog', "Bad attribute closing for 'version'='1.0'.", 1, '⟦<?xml version="1.0"?>⟧\n<a/>'],
    ['xml-prolog', 'End of file and some elements were not closed.', 2, '⟦<?xml?>⟧\n<a/>'],
    ['comment-not-closed', 'Comment not closed.', 2, '<a>⟦<!-- b⟧\n</a>'],
    ['comment-not-closed', 'Comment not closed.', 1, '<a>⟦<!-⟧'],
    ['comment-in-tag', "Attribute '<!--' has no value.", 1, '<a ⟦<!-- b -->⟧ c="d"/>'],
    ['cdata', 'Comment not closed.', 2, '<a>⟦<![CDATA[b]]>⟧</a>\n'],
    ['doctype', 'Comment not closed.', 2, '⟦<!DOCTYPE a>⟧\n<a/>'],
    ['attribute-no-value', "Attribute 'b' has no value.", 1, '<a ⟦b⟧>1</a>'],
    ['attribute-blank-before-equals', "Attribute 'b' has no value.", 2, '<a ⟦b\n="1"⟧/>'],
    ['attribute-not-quoted', "Attribute 'b' not followed by a \" or '.", 1, '<a ⟦b=1⟧>1</a>'],
    ['attribute-not-closed', "Attribute 'b' not closed.", 1, '<a b="⟦1⟧>2</a>'],
    ['attribute-not-closed', "Attribute 'b' not closed.", 2, '<a b="⟦1⟧\n<c>2</c>'],
    ['attribute-not-closed', "Bad attribute closing for 'b'='1\n<c d='.", 2, '<a b="⟦1⟧\n<c d="2">'],
    ['attribute-greater-than', "Attribute 'b' not closed.", 1, '<a b="⟦1>2⟧"/>'],
    ['attribute-closing', "Bad attribute closing for 'b'='1'.", 1, '<a b=⟦"1"⟧c="2"/>'],
    ['attribute-repeated', "Attribute 'b' already defined.", 1, '<a b="1" ⟦b="2"⟧/>'],
    ['too-deep', 'Max recursion level reached', 2, `${'<a>'.repeat(1024)}\n⟦<⟧a>${'</a>'.repeat(1025)}`],
  ])('%s: %s', (kind, message, line, marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const xml = read(text);
    const [first] = xml.faults;
    expect(first).toMatchObject({ kind, message, line });
    const { start, end } = first?.span ?? { start: 0, end: 0 };
    expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(marked);
    expect(misplaced(xml)).toEqual([]);
  });

  it('cuts its message as Wazuh does', () => {
    const [fault] = read(`<a>1</${'b'.repeat(200)}`).faults;
    expect(fault?.message).toBe('End of file and some elements were not closed.');
    const [long] = read(`<${'a'.repeat(200)}>1</b>`).faults;
    expect(long?.message).toBe(`Element '${'a'.repeat(limits.message - 9)}`);
    const [attribute] = read(`<a ${'é'.repeat(12_000)}="1"/>`).faults;
    expect(attribute?.message).toBe(`Overflow attempt at attribute '${'é'.repeat(10)}'.`);
  });

  it('reads on behind the first, and reports more', () => {
    const { faults } = read('<r>\n  <a b=1>x</a >\n  <c>y\n  <d>z</d>\n</r>');
    expect(faults.map(({ kind, line }) => [kind, line])).toEqual([
      ['attribute-not-quoted', 2],
      ['closing-tag-blank', 2],
      ['element-not-closed', 3],
    ]);
  });
});

describe('limits, in bytes of UTF-8', () => {
  const { length } = limits;
  it.each<[string, string, boolean]>([
    ['a text', `<a>${'x'.repeat(length - 1)}</a>`, true],
    ['a text one too long', `<a>${'x'.repeat(length)}</a>`, false],
    ['two bytes a letter', `<a>${'é'.repeat(length / 2 - 1)}x</a>`, true],
    ['two bytes a letter, one too long', `<a>${'é'.repeat(length / 2)}</a>`, false],
    ['four bytes a letter', `<a>${'😀'.repeat(length / 4 - 1)}xxx</a>`, true],
    ['four bytes a letter, one too long', `<a>${'😀'.repeat(length / 4)}</a>`, false],
    ['raw bytes', `<a>${'\udce9'.repeat(length - 1)}</a>`, true],
    ['comments, which do not count', `<a>${'x'.repeat(length - 1)}<!-- ${'x'.repeat(length)} --></a>`, true],
    ['blanks between children', `<a> ${' '.repeat(length - 1)}<b/></a>`, false],
    ['blanks outside, which do not count', `${' '.repeat(2 * length)}<a/>`, true],
    ['the > that Wazuh takes for text', `<a><b c="d"/>${'x'.repeat(length - 1)}</a>`, false],
    ['a name', `<${'x'.repeat(length - 1)}/>`, false],
    ['a shorter name', `<${'x'.repeat(length - 2)}/>`, true],
    ['a value', `<a b="${'x'.repeat(length - 1)}"/>`, true],
    ['a value one too long', `<a b="${'x'.repeat(length)}"/>`, false],
  ])('%s', (_, text, accepted) => {
    const { faults } = read(text);
    expect(faults.map(({ kind }) => kind)).toEqual(accepted ? [] : ['too-long']);
  });

  const attributes = (count: number) => Array.from({ length: count }, (_, at) => ` a${at}="1"`).join('');
  it.each<[string, string, readonly FaultKind[]]>([
    ['49 attributes', `<a${attributes(49)}/>`, []],
    ['50 attributes', `<a${attributes(50)}/>`, ['too-many-attributes']],
    ['1,024 levels', `${'<a>'.repeat(1024)}${'</a>'.repeat(1024)}`, []],
    ['1,025 levels', `${'<a>'.repeat(1025)}${'</a>'.repeat(1025)}`, ['too-deep']],
  ])('%s', (_, text, kinds) => {
    expect(read(text).faults.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('counts a blank behind the 49th attribute as one more', () => {
    expect(read(`<a${attributes(49)} />`).faults[0]?.message).toBe('Too many attributes.');
  });
});

describe('a tag that is being typed', () => {
  const around = (line: string) => `<r>
  <a>
    <b>1</b>
    ${line}
    <c>2</c>
  </a>
  <d>
    <e>3</e>
  </d>
</r>
`;
  const rest = (tree: string) => `r "\\n"
  a "\\n  "
    b "1"
${tree}    c "2"
  d "\\n  "
    e "3"
`;
  it.each<[string, string]>([
    ['<', '     "" …\n'],
    ['<loca', '    loca "" …\n'],
    ['<location>', '    location "\\n    " …\n'],
    ['<location>lo', '    location "lo" …\n'],
    ['<location>lo<', '    location "\\n    " …\n       "" …\n'],
    ['<location>lo</', '    location "lo"\n'],
    ['<location>lo</loc', '    location "lo"\n'],
    ['</', ''],
    ['</loc', ''],
    ['<wodle na', '    wodle na="" "" …\n'],
    ['<wodle name=', '    wodle name="" "" …\n'],
    ['<wodle name="', '    wodle name="" "" …\n'],
    ['<wodle name="x', '    wodle name="x" "" …\n'],
    ['<wodle name="x"', '    wodle name="x" "" …\n'],
    ['<wodle name="x">', '    wodle name="x" "\\n    " …\n'],
    ['<x>1</y>', '    x "1"\n'],
    ['</stray>', ''],
    ['<!-- half', ''],
    ['<![CDATA[x]]>', ''],
    ['<?xml?>', ''],
    ['<x>C:\\</x>', '    x "C:\\\\"\n'],
  ])('%s leaves the rest as it is', (line, tree) => {
    const xml = read(around(line));
    expect(outline(xml)).toBe(rest(tree));
    expect(misplaced(xml)).toEqual([]);
    expect(xml.faults.length).toBeGreaterThan(0);
  });

  it('keeps the children of a section whose closing tag is missing, and gives back what stands behind', () => {
    const xml = read('<r>\n  <a>\n    <b>1</b>\n\n  <c>\n    <d>2</d>\n  </c>\n</r>\n');
    expect(outline(xml)).toBe('r "\\n"\n  a "\\n\\n  " …\n    b "1"\n  c "\\n  "\n    d "2"\n');
    expect(misplaced(xml)).toEqual([]);
  });

  it('gives back a second root behind an unclosed one', () => {
    const xml = read('<r>\n  <a>1</a>\n<r>\n  <b>2</b>\n</r>\n');
    expect(xml.roots.map(({ name, closing }) => [name, closing.kind])).toEqual([
      ['r', 'missing'],
      ['r', 'tag'],
    ]);
  });
});

describe('any text', () => {
  const pieces = [
    ...'<>/="\' \n\\!-&\0é😀\udcff\udce9ab',
    ...[
      '<a>',
      '</a>',
      '<b c="d">',
      '</b>',
      '<e/>',
      '<f />',
      '<!--',
      '-->',
      '!>',
      '<![CDATA[',
      '<?',
      '\\<',
      '\r\n',
    ],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

  it('is read without an exception, into spans that lie and nest in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const xml = read(text);
        expect(misplaced(xml)).toEqual([]);
        expect(xml.text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('written out again, stays as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const printed = print(read(text));
        const again = read(printed);
        // Parts that a comment kept asunder may have come together.
        fc.pre(again.faults.length === 0 && again.comments.length === 0);
        expect(print(again)).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });
});

it('keeps what each span says', () => {
  const text = '<a  b = "c"\td=\'e\'>f<!-- g -->h</a>';
  const [element] = read('<a b="c" d=\'e\'>f<!-- g -->h</a>').roots;
  expect(read(text).faults).toHaveLength(1);
  const source = '<a b="c" d=\'e\'>f<!-- g -->h</a>';
  if (element?.closing.kind !== 'tag') throw new Error('it has a closing tag');
  expect({
    name: slice(source, element.nameSpan),
    startTag: slice(source, element.startTag),
    attributes: element.attributes.map(({ span, nameSpan, valueSpan }) =>
      [span, nameSpan, valueSpan].map((place) => slice(source, place)),
    ),
    text: slice(source, element.textSpan),
    closing: [element.closing.span, element.closing.nameSpan].map((place) => slice(source, place)),
    span: slice(source, element.span),
  }).toEqual({
    name: 'a',
    startTag: '<a b="c" d=\'e\'>',
    attributes: [
      ['b="c"', 'b', 'c'],
      ["d='e'", 'd', 'e'],
    ],
    text: 'f<!-- g -->h',
    closing: ['</a>', 'a'],
    span: source,
  });
});
