import { t } from '@vscode/l10n';
import type { Effect, Report, TranscriptLine } from '../../dryrun';
import { type Alert, field, isObject, type Json } from '../../wazuh/alert';
import { ruleOf, target } from '../alerts/target';
import type { Row, Tone } from './state';

/** Changes shown on the script's line of life in each step; more are summed up, the list below has them all. */
const MOST_NOTES = 4;

/** What the rows are made of. `exit` is undefined while the script runs. `timeout` in seconds, 0 for none. */
export interface Told {
  readonly transcript: readonly TranscriptLine[];
  readonly effects: readonly Effect[];
  readonly exit: Report['exit'] | undefined;
  readonly timeout: number;
}

/** The rows of the sequence picture: what was said, what the script did in each step, how it ended. */
export function conversation(told: Told): readonly Row[] {
  const rows: Row[] = [];
  let phase: { readonly start: number; readonly step: Effect['step'] } | undefined;
  let last = 0;
  for (const spoken of told.transcript) {
    const message = parse(spoken.line);
    const step = spoken.from === 'execd' ? stepOf(message) : undefined;
    if (step) {
      if (phase) rows.push(...notes(told.effects, phase.step));
      const jump = spoken.at - last;
      if (phase && told.timeout > 0 && jump >= told.timeout * 1000)
        rows.push({ kind: 'gap', text: t('clock moved {0} s forward', Math.round(jump / 1000)) });
      phase = { start: spoken.at, step };
    }
    rows.push({
      kind: 'message',
      at: time(spoken.at, phase?.start ?? 0),
      from: spoken.from,
      ...(spoken.from === 'execd' ? execdSays(message, spoken.line) : scriptSays(message, spoken.line)),
      raw: message === undefined ? spoken.line : JSON.stringify(message, null, 2),
      running: true,
    });
    last = spoken.at;
  }
  if (told.exit) {
    if (phase) rows.push(...notes(told.effects, phase.step));
    rows.push(ending(told.exit));
  }
  return rows;
}

/** `38 ms` since the step began; the first line of a later step says when it began: `+601 s`. */
function time(moment: number, start: number): string {
  if (moment === start && start >= 1000) return t('+{0} s', Math.round(start / 1000));
  const since = Math.round(moment - start);
  return since < 10_000 ? t('{0} ms', since) : t('{0} s', (since / 1000).toFixed(1));
}

function stepOf(message: Alert | undefined): Effect['step'] | undefined {
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

function scriptSays(message: Alert | undefined, line: string): Said {
  if (message?.command !== 'check_keys') return { label: line, tone: 'bad' };
  return { label: `check_keys ${JSON.stringify(field(message, 'parameters.keys') ?? [])}`, tone: 'good' };
}

function notes(effects: readonly Effect[], step: Effect['step']): readonly Row[] {
  const made = effects.filter((effect) => effect.step === step);
  const note = (text: string): Row => ({ kind: 'note', at: '', text, tone: 'plain', running: true });
  const shown = made.length > MOST_NOTES ? made.slice(0, MOST_NOTES - 1) : made;
  const more = made.length - shown.length;
  return [...shown.map((effect) => note(did(effect))), ...(more > 0 ? [note(t('and {0} more', more))] : [])];
}

function did(effect: Effect): string {
  switch (effect.kind) {
    case 'created':
      return t('creates {0}', effect.what);
    case 'changed':
      return t('changes {0}', effect.what);
    case 'deleted':
      return t('deletes {0}', effect.what);
    case 'process':
      return t('leaves running: {0}', effect.what);
    case 'command':
    case 'firewall':
    case 'account':
      return effect.what;
  }
}

function ending(exit: Report['exit']): Row {
  const text = exit.signal ? t('ended with {0}', exit.signal) : t('exit {0}', exit.code ?? '?');
  const fine = exit.signal === null && exit.code === 0;
  return { kind: 'note', at: '', text, tone: fine ? 'plain' : 'bad', running: false };
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
