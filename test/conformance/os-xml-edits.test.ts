import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../wazuh/os-xml';
import { misplaced, outline, print } from '../../wazuh/os-xml/for-tests';
import { vectors } from './vectors';

const originals = [...vectors('cases'), ...vectors('config')]
  .map(({ text }) => text)
  .filter((text) => text.length < 4000);

/** What people and their tools leave behind in a file. */
const fragments = [
  ...['', '<', '>', '/', '</', '/>', '"', "'", '=', ' ', '\n', '\r\n', '\\', '&', '!', '-', '\0', 'é', '😀'],
  ...[
    '<loca',
    '<location>lo',
    '<a b="c">',
    '<a b=c>',
    '</a>',
    '</a >',
    '<!--',
    '-->',
    '!>',
    '<![CDATA[',
    ']]>',
    '<?xml?>',
  ],
];

/** At a share of the text, as many characters replaced by a fragment. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 1, 2, 5, 40),
  inserted: fc.constantFrom(...fragments),
});

const edited = fc
  .tuple(fc.constantFrom(...originals), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([original, edits]) =>
    edits.reduce((text, { at, removed, inserted }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + inserted + text.slice(start + removed);
    }, original),
  );

describe('a configuration with random edits', () => {
  it('is read without an exception, into spans that lie and nest in it', () => {
    fc.assert(
      fc.property(edited, (text) => {
        const xml = read(text);
        expect(misplaced(xml)).toEqual([]);
        for (const { line, message } of xml.faults) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('written out again gives the same tree, if Wazuh takes both', () => {
    fc.assert(
      fc.property(edited, (text) => {
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
