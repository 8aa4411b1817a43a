import { t } from '@vscode/l10n';
import type { Effect, Step, StepReport, TranscriptLine } from '../../dryrun';
import { type Alert, field, isObject, type Json } from '../../wazuh/alert';
import { ruleOf, target } from '../alerts/target';
import { duration, moment } from './clock';
import { did } from './did';
import type { Row, Tone } from './state';

/** What the rows are made of. `timeout` in seconds, 0 for none. While the script runs there are no effects and steps yet. */
export interface Told {
  readonly transcript: readonly TranscriptLine[];
  readonly effects: readonly Effect[];
  readonly steps: readonly StepReport[];
  readonly timeout: number;
}

/**
 * The rows of the sequence picture: what was said, and at the end of each start what it did and how it ended. Rows are
 * only ever added at the end while a run goes on, and filled when it is over: what was read stays in its place.
 */
export function conversation({ transcript, effects, steps, timeout }: Told): readonly Row[] {
  const rows: Row[] = [];
  const starts: Step[] = [];
  let last = 0;
  const end = () => endRow(starts, steps, effects);
  for (const spoken of transcript) {
    const message = parse(spoken.line);
    const step = spoken.from === 'execd' ? stepOf(message) : undefined;
    if (step) {
      if (starts.length > 0) rows.push(end());
      const jump = spoken.at - last;
      if (starts.length > 0 && timeout > 0 && jump >= timeout * 1000)
        rows.push({ kind: 'gap', text: t('clock moved {0} s forward', Math.round(jump / 1000)) });
      starts.push(step);
    }
    rows.push(messageRow(spoken, message));
    if (spoken.note !== undefined) rows.push({ kind: 'remark', text: spoken.note });
    last = spoken.at;
  }
  if (starts.length > 0 && steps.length >= starts.length) rows.push(end());
  return rows;
}

function messageRow(spoken: TranscriptLine, message: Alert | undefined): Row {
  const { at, from, line, note } = spoken;
  const said = from === 'execd' ? execdSays(message, line) : scriptSays(message, line, note !== undefined);
  return {
    kind: 'message',
    at: moment(at),
    from,
    ...said,
    raw: message === undefined ? line : JSON.stringify(message, null, 2),
  };
}

/** What an execd's line starts the script for; undefined for an answer. A scenario may send what is no message at all. */
function stepOf(message: Alert | undefined): Step | undefined {
  switch (message?.command) {
    case 'continue':
    case 'abort':
      return undefined;
    case 'delete':
    case 'disable':
      return 'delete';
    default:
      return 'add';
  }
}

interface Said {
  readonly label: string;
  readonly tone: Tone;
}

function execdSays(message: Alert | undefined, line: string): Said {
  const command = message?.command;
  if (!message || typeof command !== 'string') return { label: line || t('an empty line'), tone: 'plain' };
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

/** How the last start ended. Effects are told by step: they stand at its first start. */
function endRow(starts: readonly Step[], steps: readonly StepReport[], effects: readonly Effect[]): Row {
  const step = starts.at(-1);
  const isFirst = !starts.slice(0, -1).some((earlier) => earlier === step);
  const report = steps[starts.length - 1];
  if (!report) return { kind: 'end', at: '', did: isFirst ? '' : undefined, exit: '', tone: 'plain' };
  const { exit, ms, at } = report;
  const how = exit.signal ? t('ended with {0}', exit.signal) : t('exit {0}', exit.code ?? '?');
  return {
    kind: 'end',
    at: moment(at + ms),
    did: isFirst ? did(effects.filter((effect) => effect.step === step)) : undefined,
    exit: t('{0} after {1}', how, duration(ms)),
    tone: exit.signal === null && exit.code === 0 ? 'plain' : 'bad',
  };
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
