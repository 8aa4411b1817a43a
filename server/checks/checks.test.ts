import { describe, expect, it } from 'vitest';
import type { Check, Diagnostic, Example } from './check';
import type { Context } from './context';
import { applied } from './edits';
import { parsed, stockContext, unmark, wrapped } from './for-tests';
import { allChecks } from './registry';
import { check } from './run';

function diagnose(text: string, { given }: Example): readonly Diagnostic[] {
  const context: Context = { ...stockContext, ...given };
  return check(parsed(text), context);
}

function errors(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

describe.each(allChecks.map((one): [string, Check] => [one.code, one]))(
  '%s',
  (code, { example, ...header }) => {
    const { text, spans } = unmark(wrapped(example.bad));
    const bad = diagnose(text, example);
    const found = bad.filter((one) => one.code === code);

    it('reports the bad example exactly where it is marked', () => {
      expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
        spans.map((span) => text.slice(span.start, span.end)),
      );
      expect(found.map(({ span }) => span)).toEqual(spans);
    });

    it('says nothing of the good example, which Wazuh takes', () => {
      const good = diagnose(wrapped(example.good), example);
      expect(good.filter((one) => one.code === code)).toEqual([]);
      expect(errors(good)).toEqual([]);
    });

    it('has fixes that make the diagnostic go away and bring no new error', () => {
      for (const diagnostic of found) {
        for (const fix of diagnostic.fixes ?? []) {
          const after = diagnose(applied(text, fix.edits), example);
          expect(after.filter((one) => one.code === code).length, fix.title).toBeLessThan(found.length);
          expect(errors(bad), fix.title).toEqual(expect.arrayContaining([...errors(after)]));
        }
      }
    });

    it('explains itself', () => {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(header.explanation).toMatch(/\(.*(src|ruleset|framework)\/.*\)/);
      expect(header.title).not.toMatch(/\.$/);
    });
  },
);

describe('the registry', () => {
  it('has each code once', () => {
    const codes = allChecks.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
