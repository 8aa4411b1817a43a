import type { Result, Standing } from './standing';

/**
 * The page with its figures brought up to date: what stands between `<!-- name -->` and `<!-- /name -->` is written
 * anew, the rest is left as it is.
 *
 * @throws {Error} Where a pair of marks is missing.
 */
export function written(page: string, result: Result): string {
  const parts: Readonly<Record<string, string>> = {
    figures: figures(result),
    disagreements: disagreements(result),
    machine: apart(result, 'machine'),
    parting: apart(result, 'parting'),
    traps: traps(result),
  };
  return Object.entries(parts).reduce((text, [name, part]) => {
    const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marks.test(text)) throw new Error(`docs/conformance.md has no part ${name}`);
    return text.replace(marks, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
  }, page);
}

function figures({ standings, machineFiles, files }: Result): string {
  const row = (standing: Standing) => {
    const { what, agreed, counted, least } = standing;
    return `| ${what} | ${agreed} of ${counted} | ${percent(standing)} | ${least * 100} % |`;
  };
  return [
    `${files} files; ${machineFiles} of them [depend on the machine](#what-depends-on-the-machine) and are not counted.`,
    '',
    '| what | agreed | share | at least |',
    '| --- | --: | --: | --: |',
    ...standings.map(row),
  ].join('\n');
}

/** A share in percent, with two digits, and 100 only where nothing is missing. */
export function percent({ agreed, counted }: Standing): string {
  return agreed === counted ? '100 %' : `${(Math.floor((agreed / counted) * 10_000) / 100).toFixed(2)} %`;
}

function disagreements({ disagreements }: Result): string {
  if (disagreements.length === 0) return 'None on these files.';
  return disagreements.map(({ vector, row, what }) => `- \`${vector.id}\` (${row}): ${what}`).join('\n');
}

function apart({ apart }: Result, worth: 'machine' | 'parting'): string {
  const rows = apart
    .filter((line) => line.worth === worth)
    .map(({ text, count }) => `| ${text.replaceAll('|', '\\|')} | ${count} |`);
  return ['| line | written |', '| --- | --: |', ...rows].join('\n');
}

function traps({ traps }: Result): string {
  const rows = traps.map(
    ({ check, count }) =>
      `| [\`${check.code}\`](diagnostics/${check.code}.md) | ${count} | ${check.silent} |`,
  );
  return ['| code | on these files | why Wazuh keeps quiet |', '| --- | --: | --- |', ...rows].join('\n');
}
