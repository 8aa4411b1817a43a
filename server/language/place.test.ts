import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { fixture } from '../testing/fixture';
import { type Place, place } from './place';

/** The place in a line: what it is, in which element, and the text that a completion would replace. */
function said(text: string, at: Place): string {
  const part = (replace: { start: number; end: number }) => `[${text.slice(replace.start, replace.end)}]`;
  const within = (name: string | undefined) => `in ${name ?? 'the file'}`;
  switch (at.kind) {
    case 'nowhere':
      return 'nowhere';
    case 'content':
    case 'new-tag':
      return `${at.kind} ${within(at.parent?.name)} ${part(at.replace)}`;
    case 'tag-name':
      return `tag-name of ${at.element.name} ${part(at.replace)}`;
    case 'closing-tag':
      return `closing-tag of ${at.element?.name ?? 'nothing'} ${part(at.replace)}`;
    case 'attribute-name':
      return `attribute-name of ${at.tag.name} ${within(at.tag.parent?.name)} ${part(at.replace)}${at.hasValue ? ' with value' : ''}`;
    case 'attribute-value':
      return `attribute-value of ${at.tag.name} ${at.attribute} ${part(at.replace)}${at.quoted ? '' : ' unquoted'}`;
  }
}

const inRoot = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;
const inResponse = (text: string) => inRoot(`  <active-response>\n${text}\n  </active-response>`);

const cases: readonly (readonly [title: string, marked: string, expected: string])[] = [
  ['an empty file', '$0', 'content in the file []'],
  ['a word in an empty file', 'oss$0', 'content in the file [oss]'],
  ['behind everything', '<ossec_config></ossec_config>\n$0', 'content in the file []'],
  ['a < in an empty file', '<$0', 'new-tag in the file [<]'],
  ['a name in an empty file', '<oss$0', 'new-tag in the file [<oss]'],
  [
    'between roots',
    '<ossec_config></ossec_config>\n<$0\n<ossec_config></ossec_config>',
    'new-tag in the file [<]',
  ],
  ['a root that is not closed', '<ossec_config>\n$0', 'content in ossec_config []'],

  ['between sections', inRoot('$0'), 'content in ossec_config []'],
  ['a word between sections', inRoot('  glo$0'), 'content in ossec_config [glo]'],
  ['a < between sections', inRoot('  <$0'), 'new-tag in ossec_config [<]'],
  ['a < before a section', inRoot('  <$0\n  <global></global>'), 'new-tag in ossec_config [<]'],
  ['a < right before a section', inRoot('  <$0<global></global>'), 'new-tag in ossec_config [<]'],
  ['a < with its >', inRoot('  <$0>'), 'new-tag in ossec_config [<>]'],
  ['half a name', inRoot('  <glo$0'), 'new-tag in ossec_config [<glo]'],
  ['in the middle of half a name', inRoot('  <gl$0obal'), 'new-tag in ossec_config [<global]'],
  ['a name with its >', inRoot('  <glo$0>'), 'new-tag in ossec_config [<glo>]'],
  ['a whole tag', inRoot('  <glo$0bal></global>'), 'tag-name of global [global]'],
  ['a whole tag, at its <', inRoot('  <$0global></global>'), 'tag-name of global [global]'],
  ['a tag that ends itself', inRoot('  <glo$0bal/>'), 'tag-name of global [global]'],
  ['before a tag', inRoot('  $0<global></global>'), 'content in ossec_config []'],
  ['behind a tag', inRoot('  <global></global>$0'), 'content in ossec_config []'],

  ['among options', inResponse('    $0'), 'content in active-response []'],
  ['half an option', inResponse('    <lo$0'), 'new-tag in active-response [<lo]'],
  [
    'half an option before another',
    inResponse('    <lo$0\n    <rules_id>5712</rules_id>'),
    'new-tag in active-response [<lo]',
  ],
  [
    'half an option between others',
    inResponse('    <command>x</command>\n    <$0\n    <rules_id>5712</rules_id>'),
    'new-tag in active-response [<]',
  ],
  [
    'an unclosed option before others',
    inResponse('    <lo$0>\n    <rules_id>5712</rules_id>'),
    'new-tag in active-response [<lo>]',
  ],
  [
    'half an option in a section that is not closed',
    '<ossec_config>\n  <active-response>\n    <lo$0',
    'new-tag in active-response [<lo]',
  ],

  ['an empty value', inResponse('<location>$0</location>'), 'content in location []'],
  ['a value', inResponse('<location>lo$0cal</location>'), 'content in location [local]'],
  ['a value that is not closed', inResponse('<location>lo$0'), 'content in location [lo]'],
  [
    'a value that is not closed, before others',
    inResponse('<location>lo$0\n<rules_id>5712</rules_id>'),
    'content in location [lo]',
  ],
  ['a value behind a \\<', inResponse('<location>a \\<b$0</location>'), 'content in location [b]'],
  ['an item of a list', inResponse('<rules_id>5710, 57$0</rules_id>'), 'content in rules_id [57]'],
  ['a tag in a value', inResponse('<location><$0</location>'), 'new-tag in location [<]'],

  ['a closing tag', inResponse('<location>local</$0'), 'closing-tag of location []'],
  ['half a closing tag', inResponse('<location>local</loc$0'), 'closing-tag of location [loc]'],
  ['a wrong closing tag', inResponse('<location>local</lo$0>'), 'closing-tag of location [lo>]'],
  ['a right closing tag', inResponse('<location>local</loc$0ation>'), 'closing-tag of location [location>]'],
  [
    'a closing tag before others',
    inResponse('<location>local</$0\n<rules_id>5712</rules_id>'),
    'closing-tag of location []',
  ],
  [
    'a closing tag of a section',
    '<ossec_config>\n<global>\n</$0\n</ossec_config>',
    'closing-tag of global []',
  ],
  ['a closing tag of a root', '<ossec_config>\n<global>\n</global>\n</$0', 'closing-tag of ossec_config []'],
  ['a closing tag of nothing', '</$0', 'closing-tag of nothing []'],

  ['an attribute', inRoot('<wodle $0></wodle>'), 'attribute-name of wodle in ossec_config []'],
  ['half an attribute', inRoot('<wodle na$0></wodle>'), 'attribute-name of wodle in ossec_config [na]'],
  [
    'an attribute with its value',
    inRoot('<wodle na$0me="command"></wodle>'),
    'attribute-name of wodle in ossec_config [name] with value',
  ],
  [
    'an attribute right before its =',
    inRoot('<wodle name$0="command"></wodle>'),
    'attribute-name of wodle in ossec_config [name] with value',
  ],
  ['an attribute of half a tag', inRoot('<wodle na$0'), 'attribute-name of wodle in ossec_config [na]'],
  [
    'an attribute of half a tag before others',
    inRoot('<syscheck>\n<directories check_all="yes" re$0\n<ignore>/x</ignore></syscheck>'),
    'attribute-name of directories in syscheck [re]',
  ],
  [
    'behind an attribute',
    inRoot('<syscheck><directories check_all="yes" $0>/etc</directories></syscheck>'),
    'attribute-name of directories in syscheck []',
  ],
  [
    'an attribute of a tag that ends itself',
    inRoot('<wodle $0/>'),
    'attribute-name of wodle in ossec_config []',
  ],
  [
    'an attribute value',
    inRoot('<wodle name="com$0mand"></wodle>'),
    'attribute-value of wodle name [command]',
  ],
  ['an empty attribute value', inRoot("<wodle name='$0'></wodle>"), 'attribute-value of wodle name []'],
  ['an attribute value with a >', inRoot('<a b="c>d$0"></a>'), 'attribute-value of a b [c>d]'],
  [
    'an attribute value that is not closed',
    inRoot('<wodle name="com$0\n<x>'),
    'attribute-value of wodle name [com]',
  ],
  ['behind =', inRoot('<wodle name=$0></wodle>'), 'attribute-value of wodle name [] unquoted'],
  [
    'a value without quotes',
    inRoot('<wodle name=com$0></wodle>'),
    'attribute-value of wodle name [com] unquoted',
  ],
  [
    'an attribute on the second line of a tag',
    inRoot('<directories check_all="yes"\n  re$0></directories>'),
    'attribute-name of directories in ossec_config [re]',
  ],

  ['a comment', '<!-- $0 -->', 'nowhere'],
  ['a comment that is not closed', '<ossec_config> <!-- <glo$0', 'nowhere'],
  ['an odd comment', '<! $0 !>', 'nowhere'],
  ['between < and /', inRoot('<global><$0/global>'), 'nowhere'],
  ['between / and >', inRoot('<global/$0>'), 'nowhere'],
  ['behind a comment', '<ossec_config><!-- <global> -->$0', 'content in ossec_config []'],
  ['a value behind a comment', inResponse('<location><!-- x -->lo$0</location>'), 'content in location [lo]'],
];

describe('place', () => {
  it.each(cases)('%s', (_, marked, expected) => {
    const { text, cursor } = fixture(marked);
    expect(said(text, place(read(text), cursor))).toBe(expected);
  });
});
