import { t } from '@vscode/l10n';
import type { StepRecord } from '../session';
import { absent } from './absent';
import { crashed, cutShort, endedSilently } from './crashes';
import { ending, type RunCheck, type Trial } from './finding';
import { outOfReach } from './out-of-reach';

export const noLog: RunCheck = {
  code: 'no-log',
  title: 'Nothing is logged',
  explanation: [
    'Wazuh says nothing of what a response did; active-responses.log is where one looks, and where the stock rules of the',
    'group `active_response` look. A response that writes nothing there leaves everybody guessing whether it ran.',
    '\n\nAppend a line for what was done, and one for each reason to do nothing.',
  ].join(' '),
  judge(trial) {
    const { steps, sandbox } = trial.main;
    const [first] = steps;
    if (!first || sandbox.kind === 'none' || steps.some(({ responseLog }) => responseLog.length > 0))
      return undefined;
    // It may have been about to.
    if (
      cutShort(first) ||
      (absent(first) !== undefined && !logsElsewhere(first, trial)) ||
      steps.some((step) => outOfReach(step, trial.main) !== undefined)
    )
      return undefined;
    if (trial.main.scenario.name === 'missing-target') {
      // A tool that was given nothing has said so: its words are lost on a host, yet the script did not hide them.
      if (first.conversation.stderr.trim() !== '') return undefined;
      return {
        message: t(
          'Where the alert names no target the script ends without a word. Nobody can tell later why nothing was done. Say in the log what was missing.',
        ),
        evidence: t('No line was added ({0}).', ending(first)),
      };
    }
    if (endedSilently(first, trial)) {
      const said = t(
        'The script ends with an error and without a word. execd looks at no status, so nobody can tell later why nothing was done. Say why in active-responses.log before it ends.',
      );
      return {
        message:
          trial.timeout === 0
            ? said
            : `${said} ${t('That it prints no keys, and so is never undone, follows from it.')}`,
        evidence: t('No line was added ({0}).', ending(first)),
      };
    }
    return {
      message: t(
        'The script writes nothing to active-responses.log. Nobody can tell later whether it ran. Log what was done, and why when nothing was.',
      ),
      evidence: t('No line was added ({0}).', ending(first)),
    };
  },
};

/** Whether a script went on without what it lacks, and wrote to a log of its own, the only one that it knows. */
function logsElsewhere(step: StepRecord, { code }: Trial): boolean {
  return step.log.length > 0 && !crashed(step) && !code.includes('active-responses');
}
