import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import type { StepRecord } from '../session';
import { acts, strikes } from './acts';
import { claim, findsTarget } from './compare';
import { ownWords } from './complaints';
import { crashed, crashedAnew } from './crashes';
import { blamedLine, ending, lastWords, type RunCheck, some, type Trial } from './finding';
import { outOfReach } from './out-of-reach';

export const badJsonCrash: RunCheck = {
  ...staticHeader('bad-json-crash'),
  judge(trial) {
    const { main, plain } = trial;
    if (!main.scenario.acts.some(({ kind }) => kind === 'line')) return undefined;
    for (const step of main.steps) {
      const done = strikes(step.before, step.after, main, trial);
      // A script that never looks at the alert does with any line what it does.
      if (done.length > 0 && plain && findsTarget(plain)) {
        return {
          message: t(
            'The script acts on a line that is no message. It has no target then, and does something all the same. Check what was read, say so in the log, and end.',
          ),
          evidence: some(done),
        };
      }
      const idle = acts(step.before, step.after, main, trial).length === 0;
      const lie = idle && plain ? claim(step, plain) : undefined;
      if (lie !== undefined) {
        return {
          message: t(
            'The script says that it has acted on a line that is no message. The log is wrong then, and nobody looks any further. Check what was read, say so in the log, and end.',
          ),
          evidence: t('Nothing was done, yet the log says: {0}', ownWords(lie, step)),
        };
      }
      if (crashedAnew(step, plain) && !endsAlike(step, plain) && outOfReach(step, trial.main) === undefined) {
        return {
          message: t(
            'A line that is no message ends the script with an error. It goes to stderr, which execd throws away. Catch it and write it to the log.',
          ),
          evidence: ending(step),
          line: blamedLine(step, trial),
        };
      }
    }
    return undefined;
  },
};

/** Scripts put the time in front of what they say. */
function timeless(words: string): string {
  return words.replaceAll(/\d+/g, '');
}

/** Whether the script ends with the same error for a message that is one: then the line is not the cause. */
function endsAlike(step: StepRecord, plain: Trial | undefined): boolean {
  const [before] = plain?.main.steps ?? [];
  return (
    before !== undefined &&
    crashed(before) &&
    timeless(lastWords(before.conversation.stderr)) === timeless(lastWords(step.conversation.stderr))
  );
}
