import { t } from '@vscode/l10n';
import { WAZUH_HOME } from '../sandbox/layers';
import type { StepRecord } from '../session';
import { acts } from './acts';
import { isUncaught } from './crashes';
import { ending, lastWords, type RunCheck } from './finding';

export const needsLog: RunCheck = {
  code: 'needs-log',
  title: 'Without its log the script does nothing',
  explanation: [
    'A log that cannot be written (a full disk, a folder that somebody has removed, an agent that is not under /var/ossec)',
    'is no reason to let an attacker in. A script that opens its log first, and ends with an error if it cannot, does.',
    '\n\nCatch the error of the log, and go on.',
  ].join(' '),
  judge(trial) {
    const { plain, main } = trial;
    const [before, now] = [plain?.main.steps[0], main.steps[0]];
    if (main.scenario.name !== 'no-log-folder' || !plain || !before || !now) return undefined;
    const did = acts(before.before, before.after, plain.main, plain).length > 0;
    const does = acts(now.before, now.after, main, trial).length > 0;
    if (does || !(did || endsAtOnce(now, before))) return undefined;
    return {
      message: t(
        'Where its log cannot be written the script does nothing at all. Catch the error of the log, and go on.',
      ),
      evidence: ending(now),
    };
  },
};

/**
 * Whether a start ended with the error that its log is not there, before it came to anything else: the plain start went on
 * to write a further line, whatever it made of its alert.
 */
function endsAtOnce(now: StepRecord, plain: StepRecord): boolean {
  const { stderr } = now.conversation;
  const ofLog = new RegExp(`No such file or directory: '${WAZUH_HOME}/logs/`);
  return (
    isUncaught(stderr) &&
    ofLog.test(lastWords(stderr)) &&
    !isUncaught(plain.conversation.stderr) &&
    plain.log.length > 1
  );
}
