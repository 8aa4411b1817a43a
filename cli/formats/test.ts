import { t } from '@vscode/l10n';
import type { Finding, ScenarioResult, ScriptTest } from '../../dryrun';
import { type Paint, visible } from '../paint';

/** A script that was tried, by the name that the user gave it. */
export interface TestedScript extends ScriptTest {
  readonly path: string;
}

/** What is told of a test before its first verdict. */
export interface Occasion {
  /** As the user named it. */
  readonly script: string;
  /** What the alert is. */
  readonly alert: string;
  /** Seconds; 0 for a response that is not undone. */
  readonly timeout: number;
  readonly sandbox: 'auto' | 'overlay' | 'none';
}

/** `test --format json`. Lines count from 0. */
export function testJson(tested: readonly TestedScript[]): string {
  const scripts = tested.map(({ path, stateful, expected, expectedFrom, findings, scenarios, ms }) => ({
    path,
    stateful,
    expected,
    expectedFrom,
    findings,
    // `reason` is what `why` was called before there was an expectation.
    scenarios: scenarios.map((scenario) => ({ ...scenario, reason: scenario.why })),
    ms,
  }));
  return `${JSON.stringify({ scripts }, null, 2)}\n`;
}

/** `test --format text`: the heading of a script. */
export function opening({ script, alert, timeout, sandbox }: Occasion, { bold, dim, red }: Paint): string {
  const where = sandbox === 'none' ? red(t('not in a sandbox')) : dim(t('in the sandbox'));
  const undone = timeout > 0 ? t('undone after {0} s', timeout) : t('not undone');
  return `${bold(script)}  ${undone}  ${where}\n${t('alert')}: ${visible(alert)}\n\n`;
}

/**
 * One scenario: its verdict and what was shown; below, what is wrong, with its place.
 * @param told codes of what was told before: they are named, and told no second time. Those of this scenario are added
 */
export function scenarioText(
  { name, verdict, why, findings }: ScenarioResult,
  script: string,
  told: Set<string>,
  paint: Paint,
): string {
  const { green, red, yellow } = paint;
  const word = { passed: green(t('passed')), failed: red(t('failed')), 'not shown': yellow(t('not shown')) }[
    verdict
  ];
  const lines = findings.flatMap((finding) =>
    told.has(finding.code) ? [`${INDENT}${yellow(finding.code)}`] : findingLines(finding, script, why, paint),
  );
  for (const { code } of findings) told.add(code);
  return [`${word}  ${name.padEnd(20)} ${visible(why)}`, ...lines, ''].join('\n');
}

/** What the text alone shows: it belongs to no scenario. */
export function textFindings({ path, findings }: TestedScript, paint: Paint): string {
  const lines = inText(findings).flatMap((finding) => findingLines(finding, path, '', paint));
  return lines.length === 0 ? '' : ['', paint.bold(t('In its text')), ...lines, ''].join('\n');
}

export function inText(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ seen }) => seen === 'in the text');
}

/** Below the name of a scenario. */
const INDENT = ' '.repeat(8);

/** `block-ip.sh:12: injection: evidence`, and before it what is wrong, unless that was said already. */
function findingLines(
  { code, message, evidence, line }: Finding,
  script: string,
  said: string,
  { yellow, dim }: Paint,
): readonly string[] {
  const more = message.startsWith(said) ? message.slice(said.length).trim() : message;
  const place = line === undefined ? '' : `${script}:${line + 1}: `;
  return [
    `${INDENT}${yellow(code)}${more === '' ? '' : `: ${visible(more)}`}`,
    `${INDENT}  ${dim(visible(`${place}${evidence}`))}`,
  ];
}

/** The last line of a script. */
export function closing({ scenarios, findings, ms }: TestedScript, { bold, green, red }: Paint): string {
  const failed = scenarios.filter(({ verdict }) => verdict === 'failed').length;
  const sum = t('{0} passed, {1} failed, {2} s', scenarios.length - failed, failed, (ms / 1000).toFixed(1));
  return `\n${bold(findings.length === 0 ? green(sum) : red(sum))}\n\n`;
}
