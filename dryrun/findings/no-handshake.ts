import { t } from '@vscode/l10n';
import { keysOf } from '../execd/keys';
import { acts } from './acts';
import { crashed, endedSilently } from './crashes';
import { adds, brief, ending, type RunCheck, type Trial } from './finding';
import { keysStayInBuffer } from './keys-in-buffer';

export const noHandshake: RunCheck = {
  code: 'no-handshake',
  title: 'The script never asks before it acts',
  explanation: [
    'execd puts a response on its list of what to undo only when the script has printed a line, and expects that line to',
    'be a `check_keys` message. A script that prints nothing is run once and never again: its timeout is given in the',
    'configuration, and `delete` never comes. Any other line counts as an answer too, with the name of the script as the',
    'only key, so that one target locks out all others.',
    '\n\nPrint the `check_keys` message as one line, flush it, read the answer, and act only on `continue`',
    '(src/os_execd/execd.c, 4.14.7).',
  ].join(' '),
  judge(trial) {
    const [step] = adds(trial);
    if (!step || trial.timeout === 0) return undefined;
    if (keysStayInBuffer(step, trial)) return undefined;
    const { first, more } = step.conversation;
    if (first === undefined) {
      // It would have asked, had it come so far.
      const asks = !trial.inText.some(({ code }) => code === 'no-handshake');
      if (endedSilently(step, trial)) return undefined;
      if (asks && (crashed(step) || declined(step, trial))) return undefined;
      return {
        message: t(
          'The script prints no keys, so it is never undone. execd does not put it on its list, and delete is never sent, whatever the timeout. Print a check_keys message and read the answer.',
        ),
        evidence: t('Nothing came on stdout ({0}).', ending(step)),
      };
    }
    if (isKeys(first, trial) || more.split('\n').some((line) => isKeys(line, trial))) return undefined;
    return {
      message: t(
        'The script does not ask with check_keys. execd takes the first line for its answer all the same, with the name of the script as the only key: while one target is pending, every other is aborted.',
      ),
      evidence: t('The first line was: {0}', brief(first, 200)),
    };
  },
};

/** Whether a script left its target alone, as one on its allow-list: it did nothing and said why in the log. */
function declined(step: ReturnType<typeof adds>[number], trial: Trial): boolean {
  const { starved, overdue } = step.conversation;
  if (starved !== undefined || overdue || step.log.length === 0) return false;
  return acts(step.before, step.after, step.session, trial).length === 0;
}

export function isKeys(line: string, trial: Trial): boolean {
  return keysOf(line, trial.version) !== undefined;
}
