import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testText } from '../testing/context';
import { prepareRename, rename } from './rename';

const file = (name: string, use: string) =>
  `<ossec_config>\n<command><name>${name}</name><executable>x.py</executable></command>\n` +
  `<command><name>other</name><executable>x.py</executable></command>\n` +
  `<active-response><command>${use}</command></active-response>\n</ossec_config>\n`;

/** The text after the rename, or why it is refused. */
function renamed(marked: string, newName: string): string {
  const { document, cursor, text } = testText(marked);
  const result = rename(document, cursor, newName);
  if ('refusal' in result) return result.refusal;
  const edits = result.changes?.[document.uri] ?? [];
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
}

describe('rename', () => {
  it.each([
    ['from the definition', file('x$0', 'x'), 'new', file('new', 'new')],
    ['from a use', file('x', '$0x'), 'new', file('new', 'new')],
    ['leaves others alone', file('x$0', 'xx'), 'new', file('new', 'xx')],
    ['of a use without definition', file('y', 'x$0'), 'new', file('y', 'new')],
    ['to the same name', file('x$0', 'x'), 'x', file('x', 'x')],
  ])('%s', (_, marked, newName, expected) => {
    expect(renamed(marked, newName)).toBe(expected);
  });

  it.each([
    ['', 'needs a name'],
    [' a', 'without'],
    ['!a', '1235'],
    ['a - b', 'ar.conf'],
    ['a<b', 'cannot hold'],
    ['other', 'defined already'],
  ])('refuses "%s"', (newName, why) => {
    expect(renamed(file('x$0', 'x'), newName)).toContain(why);
  });

  it('is for the names of commands alone', () => {
    const elsewhere = testText(file('x', 'x').replace('x.py', 'x$0.py'));
    expect(prepareRename(elsewhere.document, elsewhere.cursor)).toBeNull();
    expect(renamed(file('x', 'x').replace('x.py', 'x$0.py'), 'new')).toContain('Only the names of commands');
    const { document, cursor, ranges } = testText(file('⟦x$0⟧', 'x'));
    const [range] = ranges.map(document.range);
    expect(prepareRename(document, cursor)).toEqual({ range, placeholder: 'x' });
  });
});
