import { describe, expect, it } from 'vitest';
import { customRule, testContext, testText } from '../testing/context';
import { definition } from './definition';

const file = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;
const block = '<command><name>⟦x⟧</name><executable>x.py</executable></command>';

const context = testContext({
  customRules: [customRule(100100)],
  scripts: [{ name: 'x.py', uri: 'file:///workspace/bin/x.py', executable: true }],
  workspaceCommands: [
    {
      name: 'elsewhere',
      executable: 'x.py',
      location: {
        uri: 'file:///workspace/commands.conf',
        range: { start: { line: 6, character: 8 }, end: { line: 6, character: 17 } },
      },
    },
  ],
});

/** `⟦…⟧` are the definitions in the file itself; `elsewhere` those in others, with their line from 0. */
const cases: readonly (readonly [title: string, marked: string, elsewhere: readonly string[]])[] = [
  ['a use', file(`${block}<active-response><command>$0x</command></active-response>`), []],
  [
    'a use above the definition',
    file(`<active-response><command>x$0</command></active-response>${block}`),
    [],
  ],
  ['a definition itself', file(block.replace('x⟧', '$0x⟧')), []],
  [
    'a name with blanks is another',
    file('<command><name>x</name></command><active-response><command>$0 x</command></active-response>'),
    [],
  ],
  [
    'a command of another file',
    file('<active-response><command>else$0where</command></active-response>'),
    ['file:///workspace/commands.conf 6'],
  ],
  ['a script', file('<command><executable>x$0.py</executable></command>'), ['file:///workspace/bin/x.py 0']],
  ['a script that is not there', file('<command><executable>y$0.py</executable></command>'), []],
  [
    'a custom rule',
    file('<active-response><rules_id>5710, 100$0100</rules_id></active-response>'),
    ['file:///workspace/rules/local_rules.xml 2'],
  ],
  ['a stock rule', file('<active-response><rules_id>57$010, 100100</rules_id></active-response>'), []],
  ['nothing', file('<glo$0bal></global>'), []],
];

describe('definition', () => {
  it.each(cases)('of %s', (_, marked, elsewhere) => {
    const { document, cursor, ranges } = testText(marked);
    const found = definition(document, cursor, context);
    const [here, others] = [
      found.filter(({ uri }) => uri === document.uri),
      found.filter(({ uri }) => uri !== document.uri),
    ];
    expect(here.map(({ range }) => range)).toEqual(ranges.map(document.range));
    expect(others.map(({ uri, range }) => `${uri} ${range.start.line}`)).toEqual(elsewhere);
  });
});
