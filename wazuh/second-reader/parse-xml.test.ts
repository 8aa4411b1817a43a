import { describe, expect, it } from 'vitest';
import { parseXml } from './parse-xml';
import type { XmlElement } from './xml-tree';

/** What is said, and the text from the place on. */
function refusal(source: string): readonly [string, string] | undefined {
  const { refusal: found } = parseXml(source);
  return found && [found.message, source.slice(found.at)];
}

describe('what XMLValidator refuses', () => {
  it.each<[string, string, string]>([
    ['<ab></cd>', 'mismatched tag', '</cd>'],
    ['<ab>\n\\<b/>\n</cd >', 'mismatched tag', '</cd >'],
    ['<ab x="1" x="2"/>', 'duplicate attribute', 'x="2"/>'],
    ['<ab x/>', 'not well-formed (invalid token)', '<ab x/>'],
    ['</root_tag>x', 'junk after document element', 'x'],
    ['<root_tag><!---->', 'no element found', ''],
  ])('%s', (source, message, at) => {
    expect(refusal(source)).toEqual([message, at]);
  });
});

describe('what expat refuses beside it', () => {
  it.each<[string, string, string]>([
    ['<ab>\f</ab>', 'not well-formed (invalid token)', '\f</ab>'],
    ['<ab>x\udce9</ab>', "'utf-8' codec can't decode byte 0xe9", '\udce9</ab>'],
    ['<ab>]]></ab>', 'not well-formed (invalid token)', ']]></ab>'],
    ['<!-- ab --->', 'not well-formed (invalid token)', '--->'],
    ['<!-- ab', 'unclosed token', '<!-- ab'],
    ['<ab></ab/>', 'not well-formed (invalid token)', '</ab/>'],
    ['<ab x="<cd>"/>', 'not well-formed (invalid token)', '<ab x="<cd>"/>'],
    ['<ab\u00a0>x</ab\u00a0>', 'not well-formed (invalid token)', '<ab\u00a0>x</ab\u00a0>'],
    ['<a:b:c/>', 'not well-formed (invalid token)', '<a:b:c/>'],
    ['<a:1b/>', 'not well-formed (invalid token)', '<a:1b/>'],
    ['<a:b/>', 'unbound prefix', '<a:b/>'],
    ['<ab a:b="1"/>', 'unbound prefix', '<ab a:b="1"/>'],
    ['<ab xmlns:a=""/>', 'must not undeclare prefix', '<ab xmlns:a=""/>'],
    [
      '<ab xmlns:a="u" xmlns:b="u" a:x="" b:x=""/>',
      'duplicate attribute',
      '<ab xmlns:a="u" xmlns:b="u" a:x="" b:x=""/>',
    ],
  ])('%s', (source, message, at) => {
    expect(refusal(source)).toEqual([message, at]);
  });
});

describe('a tree', () => {
  const outline = ({ tag, attributes, text, tail, children }: XmlElement): unknown => [
    tag,
    Object.fromEntries(attributes),
    text,
    ...children.map(outline),
    tail,
  ];
  it.each<[string, string, unknown]>([
    [
      'has texts and tails',
      '<ab>1<cd/>2<cd>3</cd>4</ab>5',
      ['ab', {}, '1', ['cd', {}, '', '2'], ['cd', {}, '3', '4'], '5'],
    ],
    ['passes over comments', '<ab>1<!-- <cd> -->2</ab>', ['ab', {}, '12', '']],
    ['decodes entities', '<ab x="&quot;\\">&amp;\\</ab>', ['ab', { x: '"\\' }, '&\\', '']],
    ['makes blanks of line breaks in a value', '<ab x="1>\n2"/>', ['ab', { x: '1> 2' }, '', '']],
    [
      'writes namespaces out',
      '<ab xmlns="u" xml:lang="e"><cd/></ab>',
      ['{u}ab', { '{http://www.w3.org/XML/1998/namespace}lang': 'e' }, '', ['{u}cd', {}, '', ''], ''],
    ],
  ])('%s', (_, source, expected) => {
    expect(parseXml(source).roots?.map(outline)).toEqual([expected]);
  });

  it('knows where its start tags stand', () => {
    const source = '\\ & <ab x="&amp;">\\</ab>';
    const [root] = parseXml(source).roots ?? [];
    expect(source.slice(root?.startTag.start, root?.startTag.end)).toBe('<ab x="&amp;">');
  });
});
