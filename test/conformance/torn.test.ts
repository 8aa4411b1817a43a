import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/checks';
import { activeResponseChecks } from '../../server/checks/active-response';
import { commandChecks } from '../../server/checks/command';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { vectors } from './vectors';

const all = [...vectors('cases'), ...vectors('config')];

/** What a hand does while it types: takes a few characters away, or begins a tag. */
const typing = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.nat(8),
  typed: fc.constantFrom('', '<', '</', '<ti', '<level>1', '>', '"', '<!--', '\\', '&', '\0'),
});

function typed(text: string, { at, taken, typed }: { at: number; taken: number; typed: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + taken);
}

describe('while somebody types', () => {
  it('every file is judged: without an exception, in the order of the text, inside the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(typing, { maxLength: 4 }), ({ text, role }, edits) => {
        const now = edits.reduce(typed, text);
        const found = check(parsed(now, role), stockContext);
        let last = 0;
        for (const { span, fixes = [], related = [] } of found) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          const spans = [
            span,
            ...related.map((one) => one.span),
            ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(now.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a torn tag in a file that Wazuh takes brings no error on commands and responses', () => {
    const ours = new Set([...commandChecks, ...activeResponseChecks].map(({ code }) => code));
    const good = all.filter(({ kind, accepted }) => kind === 'ar' && accepted);
    fc.assert(
      fc.property(fc.constantFrom(...good), typing, ({ text, role }, edit) => {
        const configuration = parsed(typed(text, edit), role, 'whole');
        fc.pre(configuration.xml.faults.length > 0);
        const errors = check(configuration, stockContext).filter(
          ({ severity, code }) => severity === 'error' && ours.has(code),
        );
        expect(errors).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
