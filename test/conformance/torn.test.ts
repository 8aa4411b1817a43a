import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/checks';
import { activeResponseChecks } from '../../server/checks/active-response';
import { commandChecks } from '../../server/checks/command';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { anEdit, edited } from './edits';
import { vectors } from './vectors';

const all = [...vectors('cases'), ...vectors('config')];

/** What tears a block, and neither takes a whole one away nor ends it. */
const typing = anEdit.filter(({ removed, inserted }) => removed <= 8 && !inserted.startsWith('/'));

describe('while somebody types', () => {
  it('a torn tag in a file that Wazuh takes brings no error on commands and responses', () => {
    const ours = new Set([...commandChecks, ...activeResponseChecks].map(({ code }) => code));
    const good = all.filter(({ kind, accepted }) => kind === 'ar' && accepted);
    fc.assert(
      fc.property(fc.constantFrom(...good), typing, ({ text, role }, edit) => {
        const configuration = parsed(edited(text, edit), role, 'whole');
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
