import { describe, expect, it } from 'vitest';
import { testText } from '../testing/context';
import { autoClose } from './auto-close';

const file = (text: string) =>
  `<ossec_config>\n  <active-response>\n${text}\n  </active-response>\n</ossec_config>\n`;

describe('auto close', () => {
  it.each([
    ['a root', '<ossec_config>$0', '$0</ossec_config>'],
    ['an option', file('<location>$0'), '$0</location>'],
    ['an option before others', file('<location>$0\n<rules_id>1</rules_id>'), '$0</location>'],
    [
      'an option before another of its name',
      file('<location>$0\n<location>local</location>'),
      '$0</location>',
    ],
    ['a tag with attributes', '<agent_config os="Linux">$0', '$0</agent_config>'],
    ['not what is closed', file('<location>$0</location>'), null],
    ['not a closing tag', file('<location>local</location>$0'), null],
    ['not a tag that closes itself', file('<location/>$0'), null],
    ['not in a comment', file('<!-- <location>$0 -->'), null],
    ['not a > in a text', file('<location>a>$0</location>'), null],
    ['</ of an option', file('<location>local</$0'), 'location>$0'],
    ['</ of a section', '<ossec_config>\n<global>\n</$0\n', 'global>$0'],
    ['not </ where nothing is open', file('<location>local</location></$0'), null],
    ['not </ before a name', file('<location>local</$0location>'), null],
    ['not </ in a comment', file('<!-- </$0 -->'), null],
  ])('%s', (_, marked, expected) => {
    const { document, cursor } = testText(marked);
    expect(autoClose(document, cursor)).toBe(expected);
  });
});
