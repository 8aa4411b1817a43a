import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/checks';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { cpuTime } from '../../wazuh/growth-for-tests';
import type { Configuration } from '../../wazuh/model';
import { misplaced } from '../../wazuh/os-xml/for-tests';
import { anEdit, edited } from '../conformance/edits';
import { vectors } from '../conformance/vectors';

// Three in four: what the longer ones would add is time.
const short = [...vectors('cases'), ...vectors('config')].filter(({ text }) => text.length < 800);

/** Each walk starts from a vector, and each of its edits from the text that the one before has left. */
const walks = 10_000;
const editsOfAWalk = 10;

const walk = fc.record({
  vector: fc.constantFrom(...short),
  edits: fc.array(anEdit, { minLength: editsOfAWalk, maxLength: editsOfAWalk, size: 'max' }),
});

/** What is wrong with a reading and with what the checks say of it: all of it must lie in the text, in its order. */
function wrong(configuration: Configuration): string[] {
  const { xml } = configuration;
  const { length } = xml.text;
  const lines = xml.text.split('\n').length;
  const found = [...misplaced(xml)];
  for (const { line, message } of xml.faults) {
    if (line < 1 || line > lines || message === '')
      found.push(`fault on line ${line} of ${lines}: ${message}`);
  }
  let last = 0;
  for (const { code, span, related = [] } of check(configuration, stockContext)) {
    if (span.start < last) found.push(`${code} at ${span.start} comes after ${last}`);
    last = span.start;
    for (const { start, end } of [span, ...related.map((one) => one.span)]) {
      if (start < 0 || start > end || end > length) found.push(`${code} at [${start}, ${end}) of ${length}`);
    }
  }
  return found;
}

/** Edits of fixes that do not lie in the text. Each fix is tried when it is looked at, which takes as long as a check. */
function wrongFixes(configuration: Configuration): readonly string[] {
  const { length } = configuration.xml.text;
  const edits = check(configuration, stockContext).flatMap(({ code, fixes = [] }) =>
    fixes.flatMap((fix) => fix.edits.map((edit) => ({ code, ...edit.span }))),
  );
  return edits
    .filter(({ start, end }) => start < 0 || start > end || end > length)
    .map(({ code, start, end }) => `fix of ${code} at [${start}, ${end}) of ${length}`);
}

/** The time of a part of the edits, and the length of all texts that they came to. */
interface Stretch {
  ms: number;
  characters: number;
}

describe('while somebody types', () => {
  it('100,000 random edits are read and judged: without an exception, inside the text, at a steady pace', {
    timeout: 600_000,
  }, () => {
    let count = 0;
    const stretches = Array.from({ length: 5 }, (): Stretch => ({ ms: 0, characters: 0 }));
    fc.assert(
      fc.property(walk, ({ vector: { text, role }, edits }) => {
        const stretch = stretches[Math.floor((count / (walks * editsOfAWalk)) * stretches.length)];
        let now = text;
        let characters = 0;
        const ms = cpuTime(() => {
          for (const edit of edits) {
            now = edited(now, edit);
            characters += now.length;
            const configuration = parsed(now, role);
            const found = wrong(configuration);
            if (edit === edits[0] && count % 100 === 0) found.push(...wrongFixes(configuration));
            if (found.length > 0) throw new Error(`${found.join('\n')}\n${JSON.stringify(now)}`);
          }
        });
        count += edits.length;
        if (stretch) {
          stretch.ms += ms;
          stretch.characters += characters;
        }
      }),
      { numRuns: walks },
    );
    expect(count).toBe(100_000);
    const pace = stretches.map(({ ms, characters }) => ms / characters);
    // Whatever a reading leaves behind would slow down those that follow. The first stretch also warms up.
    expect(Math.max(...pace.slice(1))).toBeLessThan(2 * Math.min(...pace));
  });
});
