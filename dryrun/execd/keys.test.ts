import { describe, expect, it } from 'vitest';
import { firstLine, LONGEST_LINE, timeoutKey } from './keys';

const asks = (parameters: string) =>
  `{"version":1,"origin":{},"command":"check_keys","parameters":${parameters}}`;

const keys: readonly (readonly [title: string, line: string, expected: string])[] = [
  ['one key', asks('{"keys":["1.2.3.4"]}'), 'p-1.2.3.4'],
  ['two keys', asks('{"keys":["a","b"]}'), 'p-a-b'],
  ['no strings', asks('{"keys":[1,true,"a",null]}'), 'p-a'],
  ['no keys', asks('{"keys":[]}'), 'p'],
  ['keys missing', asks('{}'), 'p'],
  [
    'names in another case',
    '{"VERSION":1,"Origin":{},"Command":"check_keys","parameters":{"KEYS":["a"]}}',
    'p-a',
  ],
  ['something behind the message', `${asks('{"keys":["a"]}')} and more`, 'p-a'],
  ['garbage', 'hello', 'p'],
  ['no version', '{"origin":{},"command":"check_keys","parameters":{"keys":["a"]}}', 'p'],
  ['no origin', '{"version":1,"command":"check_keys","parameters":{"keys":["a"]}}', 'p'],
  ['another command', '{"version":1,"origin":{},"command":"other","parameters":{"keys":["a"]}}', 'p'],
  ['a key that fits', asks(`{"keys":["${'k'.repeat(4093)}"]}`), `p-${'k'.repeat(4093)}`],
  ['a key too long', asks(`{"keys":["${'k'.repeat(4095)}"]}`), 'p'],
  ['a key too long ends the list', asks(`{"keys":["a","${'k'.repeat(4095)}","b"]}`), 'p-a'],
  ['characters of several bytes', asks(`{"keys":["${'é'.repeat(2048)}"]}`), 'p'],
];

describe('the key of a response', () => {
  for (const [title, line, expected] of keys) {
    it(title, () => expect(timeoutKey('active-response/bin/p', line, '4.14')).toBe(expected));
  }
  it('is cut with the name in front', () => {
    const program = `active-response/bin/${'n'.repeat(20)}`;
    const key = timeoutKey(program, asks(`{"keys":["${'k'.repeat(4090)}"]}`), '4.14');
    expect(key).toBe(`${'n'.repeat(20)}-${'k'.repeat(4074)}`);
  });
});

describe('the first line', () => {
  const cases: readonly (readonly [
    title: string,
    written: string,
    ended: boolean,
    expected: number | undefined,
  ])[] = [
    ['nothing yet', '', false, undefined],
    ['half a line', 'abc', false, undefined],
    ['half a line, and then the end', 'abc', true, 3],
    ['nothing, and then the end', '', true, undefined],
    ['two lines', 'ab\ncd\n', false, 3],
    ['a line too long', 'x'.repeat(9000), false, LONGEST_LINE],
    ['a line that just fits', `${'x'.repeat(LONGEST_LINE - 1)}\n`, false, LONGEST_LINE],
    ['a newline just behind', `${'x'.repeat(LONGEST_LINE)}\n`, false, LONGEST_LINE],
  ];
  for (const [title, written, ended, expected] of cases) {
    it(title, () => expect(firstLine(Buffer.from(written), ended)?.length).toBe(expected));
  }
});
