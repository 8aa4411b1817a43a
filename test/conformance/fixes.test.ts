import { describe, expect, it } from 'vitest';
import { applied, check, type Diagnostic } from '../../server/checks';
import { activeResponseChecks } from '../../server/checks/active-response';
import { commandChecks } from '../../server/checks/command';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { type Vector, vectors } from './vectors';

const ours = new Set([...commandChecks, ...activeResponseChecks].map(({ code }) => code));

// Every case made by hand, and every fourth of the others: all of them take five times the time and find nothing more.
const rows = [
  ...vectors('cases').filter(({ kind }) => kind === 'a'),
  ...vectors('config').filter(({ kind }, index) => kind === 'ar' && index % 4 === 0),
];

function diagnose(text: string, { role }: Vector): readonly Diagnostic[] {
  return check(parsed(text, role, 'whole'), stockContext);
}

/** Each error by Wazuh's number and the text that it is about. */
function errors(text: string, diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  return new Set(found.map(({ wazuh, span }) => `${wazuh}: ${text.slice(span.start, span.end)}`));
}

describe('every fix for a command or a response, over the vectors', () => {
  it('makes its diagnostic go away and brings no new error', () => {
    const tried = new Map<string, number>();
    const wrong: string[] = [];
    for (const row of rows) {
      const before = diagnose(row.text, row);
      const known = errors(row.text, before);
      for (const { code, fixes = [] } of before.filter((one) => ours.has(one.code))) {
        for (const { title, edits } of fixes) {
          tried.set(code, (tried.get(code) ?? 0) + 1);
          const text = applied(row.text, edits);
          const after = diagnose(text, row);
          const count = (found: readonly Diagnostic[]) => found.filter((one) => one.code === code).length;
          const fresh = [...errors(text, after)].filter((error) => !known.has(error));
          if (count(after) >= count(before) || fresh.length > 0) {
            wrong.push(`${row.id} ${code} ${title}: ${fresh.join(', ')}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried.size).toBeGreaterThan(25);
  });
});
