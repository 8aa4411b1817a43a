import { t } from '@vscode/l10n';
import {
  type Expectation,
  expectationWords,
  type Finding,
  type ScenarioResult,
  type ScriptTest,
  type Verdict,
} from '../../dryrun';
import { visible, visibleJson } from '../../wazuh/visible';
import type { Paint } from '../paint';
import type { ScriptValues } from '../script-request';
import { columnWidth, verdictCell } from './verdict';

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
  /** False for a script that is for another system. */
  readonly runs: boolean;
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
  return `${visibleJson({ scripts })}\n`;
}

/** `test --format text`: the heading of a script. */
export function opening(
  { script, alert, timeout, sandbox, runs }: Occasion,
  { bold, dim, red }: Paint,
): string {
  const where = !runs
    ? dim(t('not run'))
    : sandbox === 'none'
      ? red(t('not in a sandbox'))
      : dim(t('in the sandbox'));
  const undone = timeout > 0 ? t('undone after {0} s', timeout) : t('not undone');
  return `${bold(visible(script))}  ${undone}  ${where}\n${t('alert')}: ${visible(alert)}\n`;
}

/** The end of the heading, once the plain run is over: what the script should do, and who says so. */
export function expectationLine(expectation: Expectation | undefined): string {
  const words = expectation
    ? expectationWords(expectation)
    : t('unknown: neither the plain run nor the text shows it. Say it with --expect');
  return `${t('expected')}: ${words}\n\n`;
}

/**
 * One scenario: its verdict and what was shown; below, what is wrong, with its place. Empty for one that was not shown:
 * those are told together, in the end.
 * @param told codes of what was told before: they are named, and told no second time. Those of this scenario are added
 */
export function scenarioText(
  { name, verdict, why, findings }: ScenarioResult,
  script: string,
  told: Set<string>,
  paint: Paint,
): string {
  if (verdict === 'not shown') return '';
  const { yellow } = paint;
  const lines = findings.flatMap((finding) =>
    told.has(finding.code)
      ? [`${indent()}${yellow(finding.code)}`]
      : findingLines(finding, script, why, paint),
  );
  for (const { code } of findings) told.add(code);
  return [`${verdictCell(verdict, paint)}${name.padEnd(20)} ${visible(why)}`, ...lines, ''].join('\n');
}

/** What was not shown: each cause once, with the scenarios that it keeps from showing anything. */
export function notShownText(results: readonly ScenarioResult[], paint: Paint): string {
  const mute = results.filter(({ verdict }) => verdict === 'not shown');
  const causes = [...new Set(mute.map(({ why }) => why))];
  return causes
    .map((cause) => {
      const names = mute.filter(({ why }) => why === cause).map(({ name }) => name);
      const cell = verdictCell('not shown', paint);
      const [only = ''] = names;
      if (names.length === 1) return `${cell}${only.padEnd(20)} ${visible(cause)}\n`;
      return [`${cell}${visible(cause)}`, ...inLines(names).map((line) => `${indent()}${line}`), ''].join(
        '\n',
      );
    })
    .join('');
}

/** Names, parted by commas, in lines that are not too long to be read. */
function inLines(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [index, name] of names.entries()) {
    const word = index < names.length - 1 ? `${name},` : name;
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDEST) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Characters of a line of names. */
const WIDEST = 100;

/** What the text alone shows: it belongs to no scenario. */
export function textFindings(tested: TestedScript, paint: Paint): string {
  const lines = inText(tested).flatMap((finding) => findingLines(finding, tested.path, '', paint));
  return lines.length === 0 ? '' : ['', paint.bold(t('In its text')), ...lines, ''].join('\n');
}

/** What the text shows and no scenario is blamed for. */
export function inText({ findings, scenarios }: TestedScript): readonly Finding[] {
  const blamed = new Set(scenarios.flatMap((scenario) => scenario.findings.map(({ code }) => code)));
  return findings.filter(({ code, seen }) => seen === 'in the text' && !blamed.has(code));
}

/** Below the name of a scenario. */
function indent(): string {
  return ' '.repeat(columnWidth());
}

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
    `${indent()}${yellow(code)}${more === '' ? '' : `: ${visible(more)}`}`,
    `${indent()}  ${dim(visible(`${place}${evidence}`))}`,
  ];
}

/** The last line of a script. What was not shown does not count as passed, and below it says how to let it. */
export function closing(
  { scenarios, findings, ms }: TestedScript,
  { 'allow-not-shown': allowed = false }: ScriptValues,
  { bold, dim, green, red, yellow }: Paint,
): string {
  const count = (wanted: Verdict) => scenarios.filter(({ verdict }) => verdict === wanted).length;
  const [failed, mute] = [count('failed'), count('not shown')];
  const sum = t(
    '{0} passed, {1} failed, {2} not shown, {3} s',
    count('passed'),
    failed,
    mute,
    (ms / 1000).toFixed(1),
  );
  const wrong = failed > 0 || findings.length > 0;
  const colour = wrong ? red : mute > 0 ? yellow : green;
  const hint =
    mute > 0 && !wrong && !allowed
      ? `${dim(t('What was not shown is not proven: exit status 1. To let it through: --allow-not-shown.'))}\n`
      : '';
  return `\n${bold(colour(sum))}\n${hint}\n`;
}
