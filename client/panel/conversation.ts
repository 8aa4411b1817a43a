import { t } from '@vscode/l10n';
import type { Effect, Step, StepReport, TranscriptLine } from '../../dryrun';
import { type Alert, field, isObject, type Json } from '../../wazuh/alert';
import { ruleOf, target } from '../alerts/target';
import type { Row, Tone } from './state';

/** Changes shown on the script's line of life in each step; more are summed up, the list below has them all. */
const MOST_NOTES = 4;

/** What the rows are made of. `timeout` in seconds, 0 for none. While the script runs there are no effects and steps yet. */
export interface Told {
  readonly transcript: readonly TranscriptLine[];
  readonly effects: readonly Effect[];
  readonly steps: readonly StepReport[];
  readonly timeout: number;
}

/** The rows of the sequence picture: what was said, what the script did in each step, how each step ended. */
export function conversation({ transcript, effects, steps, timeout }: Told): readonly Row[] {
  const rows: Row[] = [];
  const starts: Start[] = [];
  let last = 0;
  for (const spoken of transcript) {
    const message = parse(spoken.line);
    const step = spoken.from === 'execd' ? stepOf(message) : undefined;
    if (step) {
      rows.push(...ending(starts, steps, effects));
      const jump = spoken.at - last;
      if (starts.length > 0 && timeout > 0 && jump >= timeout * 1000)
        rows.push({ kind: 'gap', text: t('clock moved {0} s forward', Math.round(jump / 1000)) });
      starts.push({ at: spoken.at, step });
    }
    rows.push(messageRow(spoken, message, starts));
    if (spoken.note !== undefined) rows.push({ kind: 'remark', text: spoken.note, running: true });
    last = spoken.at;
  }
  rows.push(...ending(starts, steps, effects));
  return rows;
}

/** A start of the script, by what execd sent it. */
interface Start {
  readonly at: number;
  readonly step: Step;
}

function messageRow(spoken: TranscriptLine, message: Alert | undefined, starts: readonly Start[]): Row {
  const { at, from, line, note } = spoken;
  const said = from === 'execd' ? execdSays(message, line) : scriptSays(message, line, note !== undefined);
  return {
    kind: 'message',
    at: time(at, starts),
    from,
    ...said,
    raw: message === undefined ? line : JSON.stringify(message, null, 2),
    running: true,
  };
}

/** `38 ms` since the step began; the first line of a later step says how long after the first it began: `+601 s`. */
function time(moment: number, starts: readonly Start[]): string {
  const [first = 0, last = 0] = [starts[0]?.at, starts.at(-1)?.at];
  return moment === last && last > first ? t('+{0}', duration(last - first)) : duration(moment - last);
}

function duration(ms: number): string {
  if (ms < 10_000) return t('{0} ms', Math.round(ms));
  return t('{0} s', ms < 60_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000));
}

function stepOf(message: Alert | undefined): Step | undefined {
  switch (message?.command) {
    case 'add':
    case 'enable':
      return 'add';
    case 'delete':
    case 'disable':
      return 'delete';
    default:
      return undefined;
  }
}

interface Said {
  readonly label: string;
  readonly tone: Tone;
}

function execdSays(message: Alert | undefined, line: string): Said {
  const command = message?.command;
  if (!message || typeof command !== 'string') return { label: line, tone: 'plain' };
  if (!stepOf(message)) return { label: command, tone: command === 'abort' ? 'warn' : 'plain' };
  const alert = field(message, 'parameters.alert');
  const [rule, about] = isObject(alert) ? [ruleOf(alert), target(alert)] : [];
  const parts = [command, rule && t('rule {0}', rule), about];
  return { label: parts.filter(Boolean).join(' · '), tone: 'plain' };
}

function scriptSays(message: Alert | undefined, line: string, remarked: boolean): Said {
  if (message?.command !== 'check_keys') return { label: line, tone: remarked ? 'warn' : 'bad' };
  return { label: `check_keys ${JSON.stringify(field(message, 'parameters.keys') ?? [])}`, tone: 'good' };
}

/** What the last start did and how it ended, once that is known. Effects are told by step: they go to its first start. */
function ending(
  starts: readonly Start[],
  steps: readonly StepReport[],
  effects: readonly Effect[],
): readonly Row[] {
  const start = starts.at(-1);
  const report = steps[starts.length - 1];
  if (!start || !report) return [];
  const isFirst = starts.findIndex(({ step }) => step === start.step) === starts.length - 1;
  const made = isFirst ? effects.filter(({ step }) => step === start.step) : [];
  return [...notes(made), exitRow(report)];
}

function notes(made: readonly Effect[]): readonly Row[] {
  const note = (text: string): Row => ({ kind: 'note', text, tone: 'plain', running: true });
  const shown = made.length > MOST_NOTES ? made.slice(0, MOST_NOTES - 1) : made;
  const more = made.length - shown.length;
  return [...shown.map((effect) => note(did(effect))), ...(more > 0 ? [note(t('and {0} more', more))] : [])];
}

function did({ kind, what, change }: Effect): string {
  switch (kind) {
    case 'created':
      return t('creates {0}', what);
    case 'changed':
      return t('changes {0}', what);
    case 'deleted':
      return t('deletes {0}', what);
    case 'firewall':
      return change === 'removed' ? t('takes out {0}', what) : t('puts in {0}', what);
    case 'account':
      return change === 'removed' ? t('takes back {0}', what) : what;
    case 'process':
      return change === 'removed' ? t('ends {0}', what) : t('leaves running {0}', what);
    case 'command':
      return t('runs {0}', what);
  }
}

function exitRow({ exit, ms }: StepReport): Row {
  const how = exit.signal ? t('ended with {0}', exit.signal) : t('exit {0}', exit.code ?? '?');
  const text = t('{0}, ran {1}', how, duration(ms));
  const fine = exit.signal === null && exit.code === 0;
  return { kind: 'note', text, tone: fine ? 'plain' : 'bad', running: false };
}

/** The line as a JSON object; undefined where it is none. */
function parse(line: string): Alert | undefined {
  try {
    const value: Json = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
