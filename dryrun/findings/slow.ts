import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { difference } from '../effects/difference';
import { shownReach } from '../effects/reach';
import type { StepRecord } from '../session';
import { ending, type RunCheck, seconds, type Trial } from './finding';

export const slow: RunCheck = {
  ...staticHeader('slow'),
  judge(trial) {
    const late = trial.sessions
      .flatMap(({ steps }) => steps)
      .find(
        ({ conversation: { overdue, waited, starved, ms } }) =>
          // Who waits for the end of its input waits for execd.
          waited === 'for ever' ||
          (waited === undefined && starved === undefined && (overdue || ms > trial.limits.slow)),
      );
    if (!late) return undefined;
    const { overdue, waited, ms } = late.conversation;
    if (waited === 'for ever') {
      const whom = lastReached(late, trial);
      return {
        message: t(
          'The script waits for ever where nobody answers: its call has no time limit. Until it ends, no other response on that machine runs and nothing is undone. Give every network call a time limit.',
        ),
        evidence: whom === undefined ? ending(late) : t('It waited for an answer to this: {0}', whom),
      };
    }
    if (overdue && late.conversation.exit.signal === null) {
      return {
        message: t(
          'The script has ended, and what it has left in the background keeps execd waiting: it holds the output open from which execd reads the keys. Until it ends, no other response on that machine runs and nothing is undone. Start it with > /dev/null 2>&1 &.',
        ),
        evidence: t(
          'The output of {0} was still open after {1} s; the dry run ended it.',
          late.step,
          seconds(ms),
        ),
      };
    }
    return {
      message: t(
        'The script keeps execd waiting. Until it ends, no other response on that machine runs and nothing is undone.',
      ),
      evidence: overdue
        ? t('{0} had not ended after {1} s; the dry run ended it.', late.step, seconds(ms))
        : t('{0} took {1} s.', late.step, seconds(ms)),
    };
  },
};

/** What a script handed over last, or whom it tried to reach. */
function lastReached({ before, after }: StepRecord, { main }: Trial): string | undefined {
  const { reached, attempts } = difference(before, after, main.sandbox.original);
  const last = reached.at(-1);
  return last ? shownReach(last) : attempts.at(-1);
}
