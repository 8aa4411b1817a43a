import { t } from '@vscode/l10n';
import { actsAgain } from './acts';
import { adds, type RunCheck, some } from './finding';

export const ignoresAbort: RunCheck = {
  code: 'ignores-abort',
  title: 'The script acts although it was told to abort',
  explanation: [
    'While a response is pending, execd answers `abort` to the same keys: the timeout was renewed, and there is nothing to',
    'do. A script that acts all the same adds its rule a second time, and the one `delete` that follows takes only one of',
    'them back.',
    '\n\nRead the answer and end on anything but `continue`.',
  ].join(' '),
  judge(trial) {
    for (const step of adds(trial)) {
      if (step.answer?.word !== 'abort' || !step.conversation.answered) continue;
      const done = actsAgain(step.before, step.after, step.session, trial);
      if (done.length > 0) {
        return {
          message: t(
            'The script acts although execd answered abort. The response is in force already and will be undone once only. End on anything but continue.',
          ),
          evidence: t('Run again with the same keys: {0}', some(done)),
        };
      }
    }
    return undefined;
  },
};
