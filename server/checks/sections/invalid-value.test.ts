import { describe, expect, it } from 'vitest';
import { parsed, stockContext, wrapped } from '../for-tests';
import { invalidValue } from './invalid-value';

const rows: readonly (readonly [element: string, said: string])[] = [
  ['<logall>Yes</logall>', 'It takes yes or no, in small letters and without blanks.'],
  ['<rotate_interval>30s</rotate_interval>', 'It takes 0, or from 600 to 86400.'],
  ['<max_output_size>1K</max_output_size>', 'It takes 0, or from 1000000 to 1099511627776.'],
];

describe('invalid-value', () => {
  it.each(rows)('says of %s what is taken instead', (element, said) => {
    const problems = [...invalidValue.run(parsed(wrapped(`<global>${element}</global>`)), stockContext)];
    expect(problems.map(({ message }) => message.endsWith(said))).toEqual([true]);
  });
});
