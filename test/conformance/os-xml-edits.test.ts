import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { outline, print } from '../../wazuh/os-xml/for-tests';
import { anEdit, edited } from './edits';
import { vectors } from './vectors';

const originals = [...vectors('cases'), ...vectors('config')]
  .map(({ text }) => text)
  .filter((text) => text.length < 4000);

const torn = fc
  .tuple(fc.constantFrom(...originals), fc.array(anEdit, { minLength: 1, maxLength: 4 }))
  .map(([original, edits]) => edits.reduce(edited, original));

describe('a configuration with random edits', () => {
  it('written out again gives the same tree, if Wazuh takes both', () => {
    fc.assert(
      fc.property(torn, (text) => {
        const printed = print(read(text));
        const again = read(printed);
        fc.pre(read(text).faults.length === 0 && again.faults.length === 0);
        expect(outline(read(print(again)))).toBe(outline(again));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a configuration as it is', () => {
  it('written out again gives the same texts, names and attributes', () => {
    let compared = 0;
    for (const text of originals) {
      const xml = read(text);
      if (xml.faults.length > 0 || !isPlain(text)) continue;
      expect(outline(read(print(xml)))).toBe(outline(xml).replace(/ \/$/gm, ''));
      compared++;
    }
    expect(compared).toBeGreaterThan(2000);
  });
});

/** Whether no two parts of the text come together into something else when comments are taken out. */
function isPlain(text: string): boolean {
  return !/[\\\0<]<!|<[^<>]*<|\0/.test(text);
}
