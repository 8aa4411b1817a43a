import { t } from '@vscode/l10n';
import { acts } from './acts';
import { ending, type RunCheck } from './finding';

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
    if (!did || does) return undefined;
    return {
      message: t(
        'Where its log cannot be written the script does nothing at all. Catch the error of the log, and go on.',
      ),
      evidence: ending(now),
    };
  },
};
