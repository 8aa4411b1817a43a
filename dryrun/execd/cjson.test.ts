import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, print } from './cjson';

describe('JSON as cJSON has it', () => {
  it('agrees with JSON on what it prints and reads again', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), (text) => {
        // Near the largest double, 15 digits overflow: cJSON then prints what it cannot read.
        fc.pre(!/e\+30[78]/.test(text));
        const read = parse(text);
        expect(read).toBeDefined();
        const printed = read ? print(read) : '';
        expect(close(JSON.parse(printed), terminated(JSON.parse(text)))).toBe(true);
        expect(print(parse(printed) ?? { kind: 'literal', text: 'null' })).toBe(printed);
      }),
    );
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      'u',
      'd83d',
      '1',
      '-',
      'e',
      '.',
      'null',
      ' ',
      '\0',
      'é',
    );
    fc.assert(fc.property(fc.array(pieces), (parts) => void parse(parts.join(''))));
  });

  const numbers: readonly (readonly [string, string])[] = [
    ['0.1', '0.1'],
    ['1e21', '1e+21'],
    ['1e15', '1e+15'],
    ['100000000000000', '100000000000000'],
    ['0.0001', '0.0001'],
    ['0.00001', '1e-05'],
    ['0.30000000000000004', '0.3'],
    ['123456789.125', '123456789.125'],
    ['1e999', 'null'],
    ['012', '12'],
  ];
  for (const [written, printed] of numbers) {
    it(`prints ${written} as ${printed}`, () => {
      const read = parse(written);
      expect(read && print(read)).toBe(printed);
    });
  }

  const refused = [
    '',
    'nul',
    '"a',
    '[1,]',
    '{"a"}',
    '{a:1}',
    '"\\x"',
    '"\\ud83d"',
    '"\\ude00"',
    '['.repeat(1001),
  ];
  for (const text of refused) {
    it(`refuses ${text.slice(0, 20)}`, () => expect(parse(text)).toBeUndefined());
  }
});

/** Strings end at NUL in C. */
function terminated(value: unknown): unknown {
  if (typeof value === 'string') return value.split('\0', 1)[0];
  if (Array.isArray(value)) return value.map(terminated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [terminated(name), terminated(child)]),
  );
}

/** Equal but for the last bits of numbers, which cJSON does not print. */
function close(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * 2 * Number.EPSILON;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => close(value, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => close(one[name], other[name]));
  }
  return one === other;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
