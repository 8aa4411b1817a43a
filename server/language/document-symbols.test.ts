import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { testText } from '../testing/context';
import { documentSymbols } from './document-symbols';

/** The outline as indented lines: `name (detail)`. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

const file = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;

describe('document symbols', () => {
  it.each([
    ['an empty file', '', []],
    [
      'a command',
      file('<command><name>x</name><executable>x.py</executable></command>'),
      ['ossec_config', '  x (x.py)'],
    ],
    [
      'a command without a name',
      file('<command><executable>x.py</executable></command>'),
      ['ossec_config', '  command without a name (x.py)'],
    ],
    [
      'a response',
      file(
        '<active-response><command>x</command><location>local</location><rules_id>5710,5712</rules_id></active-response>',
      ),
      ['ossec_config', '  x → local on 5710, 5712'],
    ],
    [
      'a response with many rules',
      file(
        '<active-response><command>x</command><location>all</location><rules_id>1,2,3,4,5</rules_id></active-response>',
      ),
      ['ossec_config', '  x → all on 1, 2, 3, 4, …'],
    ],
    [
      'a response with level and group',
      file(
        '<active-response><command>x</command><location>server</location><level>10</level><rules_group>sshd,</rules_group><rules_id>5710</rules_id></active-response>',
      ),
      ['ossec_config', '  x → server on level 10 and above and group sshd, or 5710'],
    ],
    [
      'a disabled response',
      file('<active-response><disabled>yes</disabled><command>x</command></active-response>'),
      ['ossec_config', '  x → nowhere on nothing (disabled)'],
    ],
    [
      "an agent's switches",
      file('<active-response><disabled>no</disabled></active-response>'),
      ['ossec_config', '  active-response'],
    ],
    ['wodles', file('<wodle name="docker-listener"></wodle>'), ['ossec_config', '  wodle docker-listener']],
    [
      'log files',
      file('<localfile><log_format>syslog</log_format><location>/var/log/auth.log</location></localfile>'),
      ['ossec_config', '  localfile (/var/log/auth.log)'],
    ],
    [
      'groups of options',
      file(
        '<syscheck><disabled>no</disabled><synchronization><enabled>yes</enabled></synchronization></syscheck>',
      ),
      ['ossec_config', '  syscheck', '    synchronization'],
    ],
    [
      'several roots',
      `${file('')}${file('<global></global>')}`,
      ['ossec_config', 'ossec_config', '  global'],
    ],
    ['a fragment', '<syscheck><disabled>no</disabled></syscheck>', ['syscheck']],
    ['half a file', '<ossec_config>\n  <global>\n    <', ['ossec_config', '  global']],
  ])('%s', (_, marked, expected) => {
    expect(outline(documentSymbols(testText(marked).document))).toEqual(expected);
  });

  it('select the name of a tag, inside the whole of it', () => {
    const { document, ranges } = testText('⟦<⟦ossec_config⟧></ossec_config>⟧');
    const [symbol] = documentSymbols(document);
    expect([symbol?.selectionRange, symbol?.range]).toEqual(ranges.map(document.range));
  });
});
