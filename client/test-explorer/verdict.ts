import { t } from '@vscode/l10n';
import type { Finding, ScenarioResult } from '../../dryrun';

/** A failure as the Test Explorer shows it; `line` is zero-based, undefined where no place is known. */
export interface Failure {
  /** Markdown. */
  readonly message: string;
  readonly line: number | undefined;
}

/** A finding as a failure: what is wrong, what was seen, and its code. */
export function failure({ code, message, evidence, line }: Finding): Failure {
  const seen = evidence === '' ? [] : [`\`\`\`\n${evidence.replaceAll('```', "'''")}\n\`\`\``];
  return { message: [message, ...seen, `\`${code}\``].join('\n\n'), line };
}

/** A scenario's lines in the output of a test run: the verdict with its why, and what was found. */
export function outputLines({ name, verdict, why, findings, ms }: ScenarioResult): readonly string[] {
  const sign = verdict === 'passed' ? '✓' : '✕';
  return [
    `  ${sign} ${name} (${t('{0} ms', ms)}): ${why}`,
    ...findings.flatMap(({ code, message, evidence, line }) => [
      `      ${code}${line === undefined ? '' : `, ${t('line {0}', line + 1)}`}: ${message}`,
      ...evidence
        .split('\n')
        .filter(Boolean)
        .map((seen) => `        ${seen}`),
    ]),
  ];
}
