import { describe, expect, it } from 'vitest';
import { accepted, check, type Diagnostic } from '../../server/checks';
import { parsed, stockContext } from '../../server/checks/for-tests';
import type { Configuration } from '../../wazuh/model';
import { type Vector, vectors } from './vectors';

/** The number of each ERROR that a daemon wrote, but for 1202, which only says that there was one. */
function numbers({ messages }: Vector, daemon: string): readonly string[] {
  const said = messages.flatMap(([who, severity, text]) => {
    const [, number] = /^\((\d+)\)/.exec(text) ?? [];
    return who === daemon && severity === 'ERROR' && number !== undefined && number !== '1202'
      ? [number]
      : [];
  });
  return [...new Set(said)];
}

/** The errors of the first section that has any: a daemon reads section by section and stops at its first error. */
function firstErrors({ sections }: Configuration, errors: readonly Diagnostic[]): readonly Diagnostic[] {
  const inside = (span: Diagnostic['span']) =>
    errors.filter((error) => error.span.start >= span.start && error.span.end <= span.end);
  return sections.map(({ element }) => inside(element.span)).find(({ length }) => length > 0) ?? [];
}

describe.each([
  ['cases', 'a', 129],
  ['config', 'ar', 1027],
] as const)('commands and responses, over the %s', (set, kind, count) => {
  const rows = vectors(set).filter((row) => row.kind === kind);
  const judged = rows.map((row) => {
    const configuration = parsed(row.text, row.role, 'whole');
    const diagnostics = check(configuration, stockContext);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return { row, configuration, diagnostics, errors };
  });

  it('are accepted and refused as Wazuh does', () => {
    const differing = judged.filter(({ row, diagnostics }) => accepted(diagnostics) !== row.accepted);
    expect(differing.map(({ row }) => row.id)).toEqual([]);
    expect(rows.length).toBe(count);
  });

  it('are refused with the number that Wazuh gives first', () => {
    const wrong = judged.filter(({ row, configuration, errors }) => {
      const first = firstErrors(configuration, errors).map(({ wazuh }) => wazuh);
      const all = errors.map(({ wazuh }) => wazuh);
      return !(
        numbers(row, 'wazuh-analysisd').every((number) => first.includes(number)) &&
        numbers(row, 'wazuh-execd').every((number) => all.includes(number))
      );
    });
    expect(wrong.map(({ row }) => row.id)).toEqual([]);
  });

  it.each(['1305', '1306'])('are warned of with %s wherever Wazuh says it', (number) => {
    const missed = judged.filter(
      ({ row, diagnostics }) =>
        row.messages.some(([, , text]) => text.startsWith(`(${number})`)) &&
        !diagnostics.some(({ wazuh }) => wazuh === number),
    );
    expect(missed.map(({ row }) => row.id)).toEqual([]);
  });
});
