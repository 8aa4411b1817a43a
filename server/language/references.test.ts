import { describe, expect, it } from 'vitest';
import { testContext, testText } from '../testing/context';
import { documentHighlights } from './document-highlight';
import { references } from './references';

const context = testContext();
const file = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;

describe('references', () => {
  it.each([
    [
      'a command',
      file(
        '<command><name>$0x</name></command><active-response><command>⟦x⟧</command></active-response><active-response><command>⟦x⟧</command></active-response>',
      ),
    ],
    [
      'a command from a use',
      file('<command><name>x</name></command><active-response><command>⟦$0x⟧</command></active-response>'),
    ],
    [
      'a command of another name',
      file('<command><name>$0x</name></command><active-response><command>xx</command></active-response>'),
    ],
    [
      'a rule',
      file(
        '<active-response><rules_id>⟦57$010⟧, 5712</rules_id></active-response><email_alerts><rule_id>⟦5710⟧</rule_id></email_alerts>',
      ),
    ],
    ['nothing', file('<glo$0bal></global>')],
  ])('of %s', (_, marked) => {
    const { document, cursor, ranges } = testText(marked);
    const found = references(document, cursor, context, false);
    expect(found.map(({ range }) => range)).toEqual(ranges.map(document.range));
  });

  it('include the definition where that is asked for', () => {
    const { document, cursor, ranges } = testText(
      file('<command><name>⟦x⟧</name></command><active-response><command>⟦$0x⟧</command></active-response>'),
    );
    const found = references(document, cursor, context, true);
    expect(found.map(({ range }) => range)).toEqual(ranges.map(document.range));
  });
});

describe('highlights', () => {
  it.each([
    [
      'a command',
      file('<command><name>⟦x⟧</name></command><active-response><command>⟦$0x⟧</command></active-response>'),
    ],
    [
      'a rule',
      file(
        '<active-response><rules_id>⟦57$010⟧</rules_id></active-response><active-response><rules_id>1, ⟦5710⟧</rules_id></active-response>',
      ),
    ],
    ['a start tag', file('<⟦glo$0bal⟧></⟦global⟧>')],
    ['a closing tag', file('<⟦global⟧></⟦glo$0bal⟧>')],
    ['an option', file('<global><⟦logall⟧>yes</⟦logal$0l⟧></global>')],
    ['no tag that stands alone', file('<glo$0bal/>')],
    ['no text', file('<global><logall>y$0es</logall></global>')],
  ])('of %s', (_, marked) => {
    const { document, cursor, ranges } = testText(marked);
    const found = documentHighlights(document, cursor, context);
    expect(found.map(({ range }) => range)).toEqual(ranges.map(document.range));
  });
});
