import type { StepRecord } from '../session';
import { targets } from '../target';
import { acts } from './acts';
import { crashed } from './crashes';
import { ending, type Trial } from './finding';
import { traces } from './traces';

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
  return targets(plain.alert).some(({ value }) => shown.some((trace) => trace.includes(value)));
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
  return stopped ? ending(now.step) : undefined;
}

/**
 * Whether a start says the same in its log as the plain one did, which acted: it claims to have done what it has not.
 * Times, numbers and targets are left aside.
 */
export function claims(step: StepRecord, plain: Trial): boolean {
  const before = firstStart(plain);
  if (!before || before.done.length === 0 || before.step.log.length === 0) return false;
  const words = (one: StepRecord) => {
    const values = targets(one.alert).map(({ value }) => value);
    const bare = (line: string) =>
      values.reduce((all, value) => all.replaceAll(value, ''), line).replaceAll(/\d+/g, '');
    return one.log.map(bare).join('\n');
  };
  return words(step) === words(before.step);
}
