import type { FindingHeader, StaticFinding } from '../../script-checks';
import type { Alert } from '../../wazuh/alert';
import type { WazuhVersion } from '../../wazuh/versions';
import type { Expectation } from '../expectation/expected';
import type { Limits } from '../sandbox/limits';
import type { Session, StepRecord } from '../session';
import type { Target } from '../target';

/** Everything that is known of a script after it was run. */
export interface Trial {
  /** Base name of the script. */
  readonly name: string;
  readonly alert: Alert;
  readonly targets: readonly Target[];
  /** Seconds. */
  readonly timeout: number;
  readonly version: WazuhVersion;
  readonly limits: Limits;
  /** The scenario that was asked for. */
  readonly main: Session;
  /** The main session first, then the probes. */
  readonly sessions: readonly Session[];
  /** What the script should do; undefined where nothing tells. */
  readonly expectation: Expectation | undefined;
  /** Its text, with comments blanked out. */
  readonly code: string;
  /** What the text alone shows. */
  readonly inText: readonly StaticFinding[];
  /** Where its text is not judged: a sentence that says so. */
  readonly unread?: string | undefined;
  /** Whether the alert was made for what the script reads: what it does not find there says nothing then. */
  readonly fitted?: boolean | undefined;
  /** What came of a plain add with the alert as it was given: what other scenarios are compared with. */
  readonly plain?: Trial | undefined;
}

/** What a run has shown. */
export interface Seen {
  /** What happens, then what to do. The first sentence stands alone as a heading. */
  readonly message: string;
  readonly evidence: string;
  /** Zero-based line of the script, where its own error names it. */
  readonly line?: number | undefined;
}

/** A finding as it shows in a run: its header makes the docs page, `judge` finds it. */
export interface RunCheck extends FindingHeader {
  judge(trial: Trial): Seen | undefined;
}

/** Every start of the script for `add`, over all sessions, the main one first. */
export function adds(trial: Trial): readonly (StepRecord & { readonly session: Session })[] {
  return trial.sessions.flatMap((session) =>
    session.steps.filter(({ step }) => step === 'add').map((step) => ({ ...step, session })),
  );
}

/** A few things for evidence, and how many more there are. */
export function some(things: readonly string[], most = 3): string {
  const more = things.length - most;
  return [...things.slice(0, most).map((thing) => brief(thing)), ...(more > 0 ? [`+${more}`] : [])].join(
    '; ',
  );
}

/**
 * What a script wrote, for one line of text: control characters are written out, and what is too long ends in `…`.
 * @param most characters
 */
export function brief(text: string, most = 160): string {
  const whole = JSON.stringify(text.trim()).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  const characters = [...whole];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : whole;
}

/** Seconds with one decimal. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** Why a script ended early, from its exit and what it said last. */
export function ending({ conversation: { exit, stderr } }: StepRecord): string {
  const last = brief(lastWords(stderr), 300);
  const how = exit.signal ?? `exit ${exit.code}`;
  return last === '' ? how : `${how}: ${last}`;
}

/** The last line of stderr; where that only points at what stands above it, as nft does, the line of the error. */
export function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (!/^[\s^~]+$/.test(last)) return last.trim();
  return (lines.findLast((line) => /\bError: /.test(line)) ?? lines.at(-2) ?? last).trim();
}

/**
 * Zero-based line of the script that its last error names, as Python's tracebacks and the shells do.
 * @param trial what is known of the script: a line that was put in front of it is none of its own
 */
export function blamedLine({ conversation: { stderr } }: StepRecord, trial: Trial): number | undefined {
  const name = trial.name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const places = [...stderr.matchAll(new RegExp(String.raw`${name}(?:", line |: (?:line )?)(\d+)\b`, 'g'))];
  const number = Number(places.at(-1)?.[1]);
  const before = trial.inText.some(({ code }) => code === 'bad-shebang') ? 1 : 0;
  return number > before ? number - before - 1 : undefined;
}
