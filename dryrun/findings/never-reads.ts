import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import type { Session, StepRecord } from '../session';
import { acts } from './acts';
import { crashed } from './crashes';
import { adds, type RunCheck, some } from './finding';

export const neverReads: RunCheck = {
  code: 'never-reads',
  title: 'The script never reads its message',
  explanation: [
    'Everything that a response is told comes as one line on stdin: which alert, and whether it is to act or to undo. A',
    'script that does not read it does the same whatever has happened, to whomever; and when execd runs it with `delete`,',
    'it does it once more.',
    '\n\nIn a run it shows in that the line is still in the pipe when the script has ended, whatever the alert. A script that',
    'only starts a service anew needs no message, and is not blamed unless it is to be undone; nor is one that ends with',
    'an error before it comes to read.',
  ].join(' '),
  judge(trial) {
    const started = adds(trial);
    const [first] = started;
    if (!first || !started.every((step) => step.conversation.deaf && endedWell(step))) return undefined;
    // The text may read where no start has come to.
    if (mentionsStdin.test(trial.code)) return undefined;
    if (trial.timeout === 0 && onlyRestarts(first, first.session)) return undefined;
    const done = acts(first.before, first.after, first.session, trial);
    return {
      message: t(
        'The script never reads what execd writes to it. It does the same whatever has happened, and on delete once more. Read one line of stdin, and look at its command.',
      ),
      evidence:
        done.length > 0
          ? t('The whole message was left in the pipe, and this was done: {0}', some(done))
          : t('The whole message was left in the pipe.'),
    };
  },
};

function endedWell(step: StepRecord): boolean {
  const { exit, overdue } = step.conversation;
  return !crashed(step) && !overdue && exit.code === 0;
}

/** What a script that reads says in one way or another. */
const mentionsStdin =
  /\bstdin\b|\/dev\/fd\/|\binput\b|\bfileinput\b|\bopen\(\s*0\b|\bread(?:line|array|_message)?\b|\bmapfile\b|\bcat\b|\bhead\b|\bjq\b|STDIN|\bConsole\b/;

/** Whether all that was done is to start something anew. */
function onlyRestarts({ before, after }: StepRecord, { sandbox }: Session): boolean {
  const { calls } = difference(before, after, sandbox.original);
  const done = calls.filter(({ kind }) => kind === 'acts').map(({ words }) => words.join(' '));
  return done.length > 0 && done.every((words) => /\b(?:re)?(?:start|load|boot)\b|\bshutdown\b/.test(words));
}
