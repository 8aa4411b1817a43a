import { t } from '@vscode/l10n';
import type { StepRecord } from '../session';
import { adds, blamedLine, ending, type RunCheck } from './finding';

export const outputAfterAnswer: RunCheck = {
  code: 'output-after-answer',
  title: 'The script prints to a stdout that is closed',
  explanation: [
    'execd reads one line, answers it, and closes the script’s stdout. Whatever is printed later finds nobody there: the',
    'system ends the script with SIGPIPE, or its language raises an error, in the middle of what it was doing.',
    '\n\nPrint nothing but the `check_keys` message to stdout; write messages to the log.',
  ].join(' '),
  judge(trial) {
    const cut = adds(trial).find(printedTooLate);
    if (!cut) return undefined;
    return {
      message: t(
        'The script prints after execd has closed its stdout, and is ended by it. What it had still to do is not done. Write messages to the log instead.',
      ),
      evidence: ending(cut),
      line: blamedLine(cut, trial),
    };
  },
};

/** Whether a script was ended because its stdout was closed. */
export function printedTooLate(step: StepRecord): boolean {
  const { answered, exit, stderr } = step.conversation;
  if (!answered || leftInBuffer(step)) return false;
  return exit.signal === 'SIGPIPE' || exit.code === 141 || /broken ?pipe/i.test(stderr);
}

/** Whether Python only could not get rid of what was left to print when all was done: it ends with 120 then. */
export function leftInBuffer({ conversation: { exit, stderr } }: StepRecord): boolean {
  return exit.code === 120 && /^Exception ignored .*stdout/m.test(stderr) && !/^Traceback /m.test(stderr);
}
