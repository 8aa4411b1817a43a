import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { deeds } from '../expectation/deeds';
import type { StepRecord } from '../session';
import { absent } from './absent';
import { blamedLine, ending, type RunCheck, type Trial } from './finding';
import { outOfReach } from './out-of-reach';
import { leftInBuffer, printedTooLate } from './output-after-answer';

export const crashes: RunCheck = {
  ...staticHeader('crashes'),
  judge(trial) {
    const { steps, sandbox } = trial.main;
    const [start] = trial.plain?.main.steps ?? steps;
    if (start && cutShort(start)) return undefined;
    // What this host does not have, or nobody out there, says nothing of the script.
    const failed = steps.find(
      (step) =>
        crashedAnew(step, trial.plain) &&
        absent(step) === undefined &&
        outOfReach(step, trial.main) === undefined,
    );
    // Without a sandbox there is no /var/ossec, over which nearly every script stumbles.
    if (!failed || sandbox.kind === 'none') return undefined;
    return {
      message: t(
        'The script ends with an error. execd does not notice: it ignores the status and throws stderr away. Catch the error and write it to the log.',
      ),
      evidence: `${failed.step}: ${ending(failed)}`,
      line: blamedLine(failed, trial),
    };
  },
};

/**
 * Whether a script ended with an error of its own and did not say a word of it, nor do anything: all else that it has not
 * done follows from that.
 */
export function endedSilently(step: StepRecord, { main }: Trial): boolean {
  const { overdue, starved, exit, stderr, first } = step.conversation;
  if (overdue || starved !== undefined || exit.signal !== null || exit.code === 0) return false;
  return (
    first === undefined && stderr.trim() === '' && step.log.length === 0 && deeds(step, main).length === 0
  );
}

/**
 * Whether a script crashed; where it was stuck at the end of its input, whether it did so afterwards with an error of
 * its interpreter, and the plain start, which was stuck as well, did not: the dry run has no part in it then.
 */
export function crashedAnew(step: StepRecord, plain: Trial | undefined): boolean {
  const [before] = plain?.main.steps ?? [];
  const { starved, stderr } = step.conversation;
  const bothStuck = starved !== undefined && before?.conversation.starved !== undefined;
  return crashed(step) || (bothStuck && isUncaught(stderr) && !cutShort(before));
}

/** Whether a script that was stuck at the end of its input ended with an error when that came: it had more to read. */
export function cutShort({ conversation: { starved, stderr } }: StepRecord): boolean {
  return starved !== undefined && isUncaught(stderr);
}

/**
 * Whether a script ended by an error of its own that it told on stderr alone, and not by what the dry run did to it. One
 * that ends with a status of its own and has said why in its log knows what it does, and so does one that finds nothing
 * to take back.
 */
export function crashed(step: StepRecord): boolean {
  const { overdue, starved, exit, stderr } = step.conversation;
  if (overdue || starved !== undefined || printedTooLate(step) || leftInBuffer(step)) return false;
  if (exit.signal !== null) return true;
  if (exit.code === 0 || stderr.trim() === '') return false;
  return (step.log.length === 0 && !step.undue) || isUncaught(stderr);
}

/** Whether the error of an interpreter on stderr is about the script itself, and not about a program that it ran. */
export function isUncaught(stderr: string): boolean {
  return uncaught.test(stderr) && stderr.includes('active-response/bin/');
}

/** What Python and the shells say of an error that nobody has caught. */
const uncaught = /^Traceback \(most recent call last\)|^ *SyntaxError:|: [Ss]yntax error/m;
