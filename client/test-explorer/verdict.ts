import { t } from '@vscode/l10n';
import type { Finding, ScenarioResult, Verdict } from '../../dryrun';

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

/** Why a scenario failed: what was found, or that what it should do was not seen. */
export function failures({ findings, why }: ScenarioResult): readonly Failure[] {
  return findings.length > 0 ? findings.map(failure) : [{ message: why, line: undefined }];
}

/** What a test run says of a script itself, beside what it says of the scenarios. */
export type ScriptVerdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] }
  /** What its scenarios say is enough. */
  | { readonly kind: 'nothing' };

/**
 * What a run says of a script. VS Code shows a script as the worst of itself and of its scenarios, where what was passed
 * outranks what was skipped: so that nothing unproven looks green, a script of which some is not shown has failed.
 * @param inText what only the text shows: it is wrong with the script in every scenario
 */
export function scriptVerdict(results: readonly ScenarioResult[], inText: readonly Finding[]): ScriptVerdict {
  if (inText.length > 0) return { kind: 'failed', failures: inText.map(failure) };
  const those = (wanted: Verdict) => results.filter(({ verdict }) => verdict === wanted);
  const mute = those('not shown');
  const [first] = mute;
  if (those('failed').length > 0) return { kind: 'nothing' };
  if (!first) return { kind: 'passed' };
  if (mute.length === results.length) return { kind: 'skipped' };
  const names = mute.map(({ name }) => name).join(', ');
  const message = t('{0} of {1} scenarios are not shown: {2}.', mute.length, results.length, names);
  return { kind: 'failed', failures: [{ message: `${message}\n\n${first.why}`, line: undefined }] };
}

/** Drawn before the name of a scenario. */
const signs: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✕', 'not shown': '○' };

/** A scenario's lines in the output of a test run: the verdict with its why, and what was found. */
export function outputLines({ name, verdict, why, findings, ms }: ScenarioResult): readonly string[] {
  return [
    `  ${signs[verdict]} ${name} (${t('{0} ms', ms)}): ${why}`,
    ...findings.flatMap(({ code, message, evidence, line }) => [
      `      ${code}${line === undefined ? '' : `, ${t('line {0}', line + 1)}`}: ${message}`,
      ...evidence
        .split('\n')
        .filter(Boolean)
        .map((seen) => `        ${seen}`),
    ]),
  ];
}
