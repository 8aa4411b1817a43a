import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../server/checks';
import { read } from '../../wazuh/os-xml';
import { type Foretold, foretold } from './foretelling';
import { lines } from './line';

/** What is said at the ⟦marked⟧ part of a file, by number or by message. */
function diagnosed(marked: string, wazuh: string | null, message = ''): Diagnostic {
  const start = marked.indexOf('⟦');
  return {
    code: 'x',
    severity: 'warning',
    wazuh,
    message,
    span: { start, end: marked.indexOf('⟧') - 1 },
  };
}

describe('a line is foretold', () => {
  it.each<[what: string, marked: string, line: string, number: string | null, message: string, Foretold]>([
    [
      'by its number',
      '<a><b>⟦x⟧</b></a>',
      "(1235): Invalid value for element 'b': x.",
      '1235',
      '',
      'at its element',
    ],
    ['not by another', '<a><b>⟦x⟧</b></a>', "(1235): Invalid value for element 'b': x.", '1230', '', 'not'],
    [
      'by a number that the message holds',
      '<a><b>⟦x⟧</b></a>',
      "(1235): Invalid value for element 'b': x.",
      '1240',
      '(1240): y. (1235): z',
      'at its element',
    ],
    [
      'elsewhere',
      '<a><b>x</b><c>⟦x⟧</c></a>',
      "(1235): Invalid value for element 'b': x.",
      '1235',
      '',
      'elsewhere',
    ],
    [
      'only at the value that it names',
      '<a><b>⟦y⟧</b><b>x</b></a>',
      "(1235): Invalid value for element 'b': x.",
      '1235',
      '',
      'elsewhere',
    ],
    [
      'at an attribute, or its element',
      '<a><b ⟦c⟧="1">x</b></a>',
      "(6701): Unknown attribute 'c' for directory option.",
      '6701',
      '',
      'at its element',
    ],
    [
      'by its text, whatever the names in it',
      '<a><b>⟦x⟧</b></a>',
      "Invalid content for tag 'b' at module 'a'.",
      null,
      "It says: Invalid content for tag 'c' at module 'a'.",
      'at its element',
    ],
    [
      'not by half its text',
      '<a><b>⟦x⟧</b></a>',
      "Invalid content for tag 'b' at module 'a'.",
      null,
      "Invalid content for tag 'b'",
      'not',
    ],
    [
      'anywhere, where it speaks of what is not there',
      '<⟦a⟧><b/></a>',
      "'b' is missing at module 'a'.",
      null,
      "'b' is missing at module 'a'.",
      'at its element',
    ],
    [
      'for both readers at once',
      '<a>⟦<b>⟧</a>',
      'Error 3006 - Error reading cluster configuration: x',
      '1226',
      '',
      'at its element',
    ],
  ])('%s', (_, marked, text, number, message, expected) => {
    const [line] = lines([['wazuh-x', 'WARNING', text]], []);
    const file = read(marked.replace(/[⟦⟧]/g, ''));
    expect(line && foretold(line, [diagnosed(marked, number, message)], file)).toBe(expected);
  });
});

describe('a line', () => {
  it.each<[text: string, worth: string]>([
    ["(1235): Invalid value for element 'a': x.", 'said'],
    ["(1202): Configuration error at 'etc/ossec.conf'.", 'parting'],
    ["(7616): List 'a' could not be loaded. Rule '1' will be ignored.", 'machine'],
    ["File '/x' from tag 'credentials_file' not found.", 'machine'],
    ["(1235): Invalid value for element 'prefilter_cmd': /x.", 'machine'],
  ])('%s is %s', (text, worth) => {
    expect(lines([['wazuh-x', 'ERROR', text]], ['prefilter_cmd'])[0]?.worth).toBe(worth);
  });
});
