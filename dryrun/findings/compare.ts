import { t } from '@vscode/l10n';
import type { StepRecord } from '../session';
import { targets } from '../target';
import { acts } from './acts';
import { claimed, speech } from './complaints';
import { crashed } from './crashes';
import { ending, type Trial } from './finding';
import { mentionTarget, traces } from './traces';

/** The first start in a session, and what it did. */
interface FirstStart {
  readonly step: StepRecord;
  readonly done: readonly string[];
}

function firstStart(trial: Trial): FirstStart | undefined {
  const step = trial.main.steps.find((each) => each.step === 'add');
  return step && { step, done: acts(step.before, step.after, trial.main, trial) };
}

/** Whether the script shows its target in what it does with the alert as it was given. */
export function findsTarget(plain: Trial): boolean {
  const [step] = plain.main.steps;
  const shown = step ? traces(step, plain.main) : [];
  return mentionTarget(shown, plain.alert);
}

/**
 * What a script no longer does that it does with the alert as it was given: asking under the same key, acting, logging.
 * Undefined where it does the same, and where it did nothing of that before.
 */
export function worse(trial: Trial): string | undefined {
  const [before, now] = [trial.plain && firstStart(trial.plain), firstStart(trial)];
  if (!before || !now) return undefined;
  const [was, is] = [before.step.answer, now.step.answer];
  if (was && was.key !== is?.key) return `${was.key} → ${is?.key ?? ending(now.step)}`;
  const stopped =
    (before.done.length > 0 && now.done.length === 0) ||
    (before.step.log.length > 0 && now.step.log.length === 0) ||
    (crashed(now.step) && !crashed(before.step));
  if (stopped) return ending(now.step);
  const fresh = now.step.log.find((line) => complains(line) && !before.step.log.some(complains));
  return fresh && t('Its log says: {0}', fresh);
}

/** Whether a line says that something was not there or went wrong. */
function complains(line: string): boolean {
  return /\b(?:unknown|null|none|undefined|no|not|invalid|cannot|failed|failure|error)\b/i.test(line);
}

/**
 * The line in which a start claims to have done what it has not, where the plain start did it: it says that it was done,
 * or the same as the plain start said. Times, numbers and targets are left aside, and what is JSON. Ask only of a start
 * that did nothing.
 */
export function claim(step: StepRecord, plain: Trial): string | undefined {
  const before = firstStart(plain);
  if (!before || before.done.length === 0) return undefined;
  const said = claimed(step);
  if (said !== undefined || words(before.step) === '') return said;
  return words(step) === words(before.step) ? step.log.at(-1) : undefined;
}

/** The last line of a start that says in its log what the plain start said, times, numbers and targets aside. */
export function saysTheSame(step: StepRecord, plain: Trial): string | undefined {
  const before = firstStart(plain);
  const own = words(step);
  return before && own !== '' && own === words(before.step) ? step.log.at(-1) : undefined;
}

/** What a start says in its log, without times, numbers, targets, and the words that stand for a missing one. */
function words({ alert, log, sent }: StepRecord): string {
  // Longer ones first, so that one that is part of another does not spoil it.
  const values = targets(alert)
    .flatMap(({ value }) => [value, value.slice(value.lastIndexOf('/') + 1)])
    .filter((value) => value.length > 1)
    .sort((one, other) => other.length - one.length);
  const own = speech({ sent });
  const bare = (line: string) =>
    values
      .reduce((all, value) => all.replaceAll(value, ''), own(line))
      .replaceAll(/\b(?:null|None|undefined)\b|\d+/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return log.map(bare).filter(Boolean).join('\n');
}
