import { expect, it } from 'vitest';
import { Names } from './names';

/** A question for a record of a name. */
function question(name: string, type: number): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)]));
  return Buffer.concat([
    Buffer.from('123401200001000000000001', 'hex'),
    ...labels,
    Buffer.of(0, 0, type, 0, 1),
    Buffer.of(0),
  ]);
}

/** Flags, number of answers, and the data of the answer. */
function told(answer: Buffer | undefined, name: string) {
  const data = answer?.subarray(12 + name.length + 2 + 4 + 12);
  return [answer?.readUInt16BE(2).toString(16), answer?.readUInt16BE(6), data?.toString('hex')];
}

it.each([
  ['hooks.slack.com', 1, ['8180', 1, 'c6120001']],
  ['hooks.slack.com', 28, ['8180', 0, '']],
  ['example.com', 15, ['8180', 1, '000a076578616d706c6503636f6d00']],
  ['7.113.0.203.in-addr.arpa', 12, ['8183', 0, '']],
] as const)('%s, type %d', (name, type, expected) => {
  const answer = new Names().answer(question(name, type));
  expect(answer?.subarray(0, 2).toString('hex')).toBe('1234');
  expect(told(answer, name)).toEqual(expected);
});

it('gives each name an address of its own, and knows it again', () => {
  const names = new Names();
  for (const name of ['a.example', 'b.example', 'A.example']) names.answer(question(name, 1));
  expect([names.at('198.18.0.1'), names.at('198.18.0.2'), names.at('198.18.0.3')]).toEqual([
    'a.example',
    'b.example',
    undefined,
  ]);
});

it.each(['', '1234', '123401200001000000000000', `123401200001000000000000${'3f'.repeat(20)}`])(
  'says nothing to %j',
  (hex) => {
    expect(new Names().answer(Buffer.from(hex, 'hex'))).toBeUndefined();
  },
);
