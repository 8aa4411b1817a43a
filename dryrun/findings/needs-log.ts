import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import type { Expected } from '../expectation/expected';
import { WAZUH_HOME } from '../sandbox/layers';
import type { StepRecord } from '../session';
import { acts } from './acts';
import { isUncaught } from './crashes';
import { ending, lastWords, type RunCheck } from './finding';

export const needsLog: RunCheck = {
  ...staticHeader('needs-log'),
  judge(trial) {
    const { plain, main } = trial;
    const [before, now] = [plain?.main.steps[0], main.steps[0]];
    if (main.scenario.name !== 'no-log-folder' || !plain || !before || !now) return undefined;
    const did = acts(before.before, before.after, plain.main, plain).length > 0;
    const does = acts(now.before, now.after, main, trial).length > 0;
    if (does || !(did || stumblesOverLog(now, before, trial.expectation?.what))) return undefined;
    return {
      message: t(
        'Where its log cannot be written the script does nothing at all. Catch the error of the log, and go on.',
      ),
      evidence: ending(now),
    };
  },
};

/**
 * Whether a start ends at its log with an error that the same start with a log does not end with, and has more to do than
 * to log: what it would have done need not be seen in a dry run. One that logs for the first time when all is done, or has
 * gone wrong, does not come to less for it.
 */
function stumblesOverLog(now: StepRecord, before: StepRecord, expected: Expected | undefined): boolean {
  if (expected === 'only logs') return false;
  const { stderr, deaf } = now.conversation;
  return (
    (deaf || before.log.length > 1) &&
    isUncaught(stderr) &&
    lastWords(stderr).includes(`'${WAZUH_HOME}/logs/`) &&
    !isUncaught(before.conversation.stderr)
  );
}
