import { describe, expect, it } from 'vitest';
import { accepted, applied, type Check, check, type Diagnostic } from '../../server/checks';
import { activeResponseChecks } from '../../server/checks/active-response';
import { commandChecks } from '../../server/checks/command';
import { parsed, stockContext } from '../../server/checks/for-tests';
import { sectionChecks } from '../../server/checks/sections';
import { xmlChecks } from '../../server/checks/xml';
import { slice } from '../../wazuh/span';
import { type Vector, vectors } from './vectors';

/** WAZUH_FIXES=all tries every fix for every vector; otherwise those of every case made by hand and every sixth other. */
const rows = [
  ...vectors('cases'),
  ...vectors('config').filter((_, index) => process.env.WAZUH_FIXES === 'all' || index % 6 === 0),
];

/** A text with what is said of it. */
interface Judged {
  readonly text: string;
  /** Whether Wazuh's reader gives it up. */
  readonly isUnreadable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function judged(text: string, { role }: Vector): Judged {
  const configuration = parsed(text, role, 'whole');
  return {
    text,
    isUnreadable: configuration.xml.faults.length > 0,
    diagnostics: check(configuration, stockContext),
  };
}

function codesOf(checks: readonly Check[]): ReadonlySet<string> {
  return new Set(checks.map(({ code }) => code));
}

const ofResponses = codesOf([...commandChecks, ...activeResponseChecks]);
const ofXml = codesOf(xmlChecks);

/**
 * Warnings whose fix puts into force what Wazuh leaves out, or reads as something else. What is wrong with that comes
 * to light then, as it does behind an error.
 */
const bringsToLife: ReadonlySet<string> = new Set([
  'agent-id-ignored',
  'agent-id-zero',
  'executable-extension',
  'executable-legacy',
  'invalid-attribute',
  'rules-id-ignored',
  'surrounding-blanks',
]);

/** Whether clusterd says it. It stops at the first that it finds, and behind that there may be the next. */
function isOfClusterd({ code }: Diagnostic): boolean {
  return code.startsWith('second-reader-');
}

/** What may be said anew once a diagnostic is fixed. */
function mayComeToLight(fixed: Diagnostic, before: Judged, fresh: Diagnostic): boolean {
  // Where Wazuh's reader stops, clusterd does not look, and torn blocks are not judged.
  if (before.isUnreadable) return !ofXml.has(fresh.code) || isOfClusterd(fresh);
  if (isOfClusterd(fixed)) return isOfClusterd(fresh);
  // A copy of a block repeats what is wrong with it.
  if (fixed.code === 'agent-id-list') return before.diagnostics.some(({ code }) => code === fresh.code);
  return fresh.severity === 'warning' && (fixed.severity === 'error' || bringsToLife.has(fixed.code));
}

/** What is wrong with a fix, in a few words each; empty if nothing is. */
function harm(before: Judged, fixed: Diagnostic, after: Judged): readonly string[] {
  const isFixed = ({ text }: Judged) => {
    const marked = slice(before.text, fixed.span);
    return ({ code, span }: Diagnostic) =>
      code === fixed.code && (!isOfClusterd(fixed) || slice(text, span) === marked);
  };
  const gone =
    after.diagnostics.filter(isFixed(after)).length < before.diagnostics.filter(isFixed(before)).length;
  const [said, saidNow] = [counts(before), counts(after)];
  const fresh = after.diagnostics.filter(
    (one) =>
      (saidNow.get(kind(one)) ?? 0) > (said.get(kind(one)) ?? 0) && !mayComeToLight(fixed, before, one),
  );
  return [
    ...(gone ? [] : ['still there']),
    ...(accepted(before.diagnostics) && !accepted(after.diagnostics) ? ['no longer accepted'] : []),
    ...new Set(fresh.map(({ severity, code }) => `${severity} ${code}`)),
  ];
}

/** A command that is not defined and one that is defined too late are one error to Wazuh, and so are others. */
function kind({ severity, code, wazuh }: Diagnostic): string {
  return severity === 'error' && ofResponses.has(code) ? `error ${wazuh ?? code}` : code;
}

/** How often each kind of error and warning is said. */
function counts({ diagnostics }: Judged): ReadonlyMap<string, number> {
  const serious = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return serious.reduce(
    (sum, one) => sum.set(kind(one), (sum.get(kind(one)) ?? 0) + 1),
    new Map<string, number>(),
  );
}

/** Every fix for these codes, tried: how many there were, and what is wrong with some. */
function tried(codes: ReadonlySet<string>): { readonly count: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let count = 0;
  for (const row of rows) {
    const before = judged(row.text, row);
    for (const diagnostic of before.diagnostics.filter(({ code }) => codes.has(code))) {
      for (const { title, edits } of diagnostic.fixes ?? []) {
        count++;
        const after = judged(applied(row.text, edits), row);
        const found = harm(before, diagnostic, after);
        if (found.length > 0) wrong.push(`${row.id} ${diagnostic.code}: ${title}: ${found.join(', ')}`);
      }
    }
  }
  return { count, wrong };
}

describe('a fix makes its diagnostic go away, and nothing worse', { timeout: 300_000 }, () => {
  it.each([
    ['of XML', ofXml, 100],
    ['of commands and responses', ofResponses, 400],
    ['of the other sections', codesOf(sectionChecks), 200],
  ])('%s', (_, codes, least) => {
    const { count, wrong } = tried(codes);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(least);
  });
});
