import { describe, expect, it } from 'vitest';
import { applied, check, type Diagnostic } from '../../server/checks';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { xmlChecks } from '../../server/checks/xml';
import { type Vector, vectors } from './vectors';

const ours = new Set(xmlChecks.map(({ code }) => code));
const rows = [...vectors('cases'), ...vectors('config')].filter(({ kind }) => kind === 'x' || kind === 'xml');

function diagnose(text: string, { role }: Vector): readonly Diagnostic[] {
  return check(parsed(text, role, 'whole'), stockContext).filter(({ code }) => ours.has(code));
}

/** Whether clusterd says it: it does not get so far as long as Wazuh's own reader finds a fault. */
function isOfClusterd(code: string): boolean {
  return code.startsWith('second-reader-');
}

describe('every fix for a mistake in the dialect, over the vectors', () => {
  it('makes its diagnostic go away and brings no new kind of error', () => {
    const tried = new Map<string, number>();
    const wrong: string[] = [];
    for (const row of rows) {
      const before = diagnose(row.text, row);
      const count = (found: readonly Diagnostic[], code: string) =>
        found.filter((one) => one.code === code).length;
      for (const { code, fixes = [] } of before) {
        for (const { title, edits } of fixes) {
          tried.set(code, (tried.get(code) ?? 0) + 1);
          const after = diagnose(applied(row.text, edits), row);
          const fresh = after.filter(
            (one) => one.severity === 'error' && !isOfClusterd(one.code) && count(before, one.code) === 0,
          );
          if (count(after, code) >= count(before, code) || fresh.length > 0) {
            wrong.push(`${row.id} ${code} ${title}: ${fresh.map((one) => one.code).join(', ')}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried.size).toBeGreaterThan(20);
  });
});
