import { t } from '@vscode/l10n';
import { expectationWords, type Report, type TranscriptLine } from '../../dryrun';
import { visible, visibleJson } from '../../wazuh/visible';
import type { Paint } from '../paint';
import { proofLines } from './proof';
import { verdictWord } from './verdict';

/** How much of a line is shown; the whole is in `--format json`. */
const widest = 160;

/** How many lines each part shows. */
const MOST_LINES = 200;

/** What is told of a run besides its report. */
export interface Occasion {
  /** As the user named it. */
  readonly script: string;
  /** What the alert is. */
  readonly alert: string;
  /** Seconds; 0 for a run without undo. */
  readonly timeout: number;
}

/** `dry-run --format json`: the report as it is. */
export function reportJson(report: Report): string {
  return `${visibleJson(report)}\n`;
}

/** `dry-run --format text`: the conversation, what the script did, what is wrong with it, and the verdict. */
export function reportText(report: Report, { script, alert, timeout }: Occasion, paint: Paint): string {
  const { bold } = paint;
  return [
    `${bold(visible(script))}  ${report.scenario}, ${undone(report, timeout)}  ${sandboxWord(report, paint)}`,
    `${t('alert')}: ${visible(alert)}`,
    ...expected(report),
    ...lent(report),
    '',
    ...report.transcript.flatMap((line) => spoken(line, paint)),
    ...part(t('It changed'), effects(report), paint),
    ...part(t('Does it block?'), proofLines(report.proof, timeout, paint), paint),
    ...part(t('It logged'), report.log.map(short), paint),
    ...part(t('It wrote to stderr, which Wazuh throws away'), errors(report), paint),
    ...part(t('Wrong with it'), findings(report, script, paint), paint),
    '',
    ...(report.whole
      ? []
      : [paint.yellow(t('It wrote or did more than is looked at: this is not all of it.'))]),
    ...(report.sandbox === 'not run' ? [] : [`${ended(report)}, ${report.ms} ms`]),
    `${verdictWord(report.verdict, paint)}: ${visible(report.why)}`,
    '',
  ].join('\n');
}

function expected({ expected: what, expectedFrom: from }: Report): readonly string[] {
  return what && from ? [`${t('expected')}: ${expectationWords({ what, from })}`] : [];
}

/** What stands in for what the machine has not. */
function lent({ lent: names }: Report): readonly string[] {
  return names.length === 0
    ? []
    : [t('lent by the sandbox, as this machine has none: {0}', visible(names.join(', ')))];
}

/** In some scenarios nothing is undone, and a script that prints nothing never is. */
function undone({ steps }: Report, timeout: number): string {
  if (timeout === 0) return t('not undone');
  return steps.some(({ step }) => step === 'delete')
    ? t('undone after {0} s', timeout)
    : t('timeout {0} s, no delete', timeout);
}

function part(title: string, lines: readonly string[], { bold }: Paint): readonly string[] {
  const more = lines.length - MOST_LINES;
  return lines.length === 0
    ? []
    : [
        '',
        bold(title),
        ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`),
        ...(more > 0 ? [`  ${t('… and {0} more, see --format json', more)}`] : []),
      ];
}

function sandboxWord({ sandbox }: Report, { red, dim }: Paint): string {
  if (sandbox === 'not run') return dim(t('not run'));
  return sandbox === 'none' ? red(t('not in a sandbox')) : dim(t('in the sandbox'));
}

/** A line of the conversation, and what the run did there that execd would not have done. */
function spoken({ at, from, line, note }: TranscriptLine, { dim, yellow }: Paint): readonly string[] {
  const said = `${dim(seconds(at).padStart(9))}  ${from.padEnd(6)}  ${short(line)}`;
  return note === undefined ? [said] : [said, `${' '.repeat(19)}${yellow(short(note))}`];
}

function errors({ steps }: Report): readonly string[] {
  return steps.flatMap(({ stderr }) =>
    stderr
      .split('\n')
      .filter((line) => line !== '')
      .map(short),
  );
}

function effects({ effects, reverted }: Report): readonly string[] {
  const lines = effects.map(
    ({ step, kind, change, what }) => `${step.padEnd(6)}  ${(change ?? kind).padEnd(8)}  ${short(what)}`,
  );
  if (reverted === null) return lines;
  return [...lines, reverted ? t('delete took all of it back') : t('delete did not take all of it back')];
}

function findings({ findings: found }: Report, script: string, { yellow, dim }: Paint): readonly string[] {
  return found.flatMap(({ code, message, evidence, line }) => [
    `${yellow(code)}: ${visible(message)}`,
    `  ${dim(`${line === undefined ? '' : `${visible(script)}:${line + 1}: `}${short(evidence)}`)}`,
  ]);
}

function ended({ exit: { code, signal } }: Report): string {
  if (signal !== null) return t('ended by {0}', signal);
  return code === null ? t('did not end') : t('exit status {0}', code);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function short(line: string): string {
  const shown = visible(line);
  return shown.length > widest ? `${shown.slice(0, widest - 1)}…` : shown;
}
