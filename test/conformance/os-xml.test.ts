import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { vectors } from './vectors';

describe.each(['cases', 'config'] as const)('the reader, over the %s', (set) => {
  const rows = vectors(set);

  it('gives Wazuh’s message and line for each refused file, and no fault for the others', () => {
    const said = rows.map(({ id, text }) => {
      const [first] = read(text).faults;
      return { id, xmlError: first && `line ${first.line}: XMLERR: ${first.message}` };
    });
    expect(said).toEqual(rows.map(({ id, xmlError }) => ({ id, xmlError })));
  });

  it('holds rows to compare with', () => {
    expect(rows.filter(({ xmlError }) => xmlError).length).toBeGreaterThan(40);
    expect(rows.filter(({ xmlError }) => !xmlError).length).toBeGreaterThan(400);
  });
});
