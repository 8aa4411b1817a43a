import { t } from '@vscode/l10n';
import { adds, brief, type RunCheck, type Trial } from './finding';
import { isKeys } from './no-handshake';
import { printedTooLate } from './output-after-answer';

export const chatterBeforeHandshake: RunCheck = {
  code: 'chatter-before-handshake',
  title: 'Something else than the keys is printed',
  explanation: [
    'execd takes the first line of stdout for the script’s answer, whatever it says, and reads no other. A message for a',
    'person in front of the `check_keys` message hides the keys: the key is then the name of the script alone, and while',
    'one target is pending every other is aborted. Where no keys are sent, as in a response that is not undone, the first',
    'message closes stdout all the same, and the next one ends the script.',
    '\n\nPrint nothing but the keys to stdout; write messages to the log.',
  ].join(' '),
  judge(trial) {
    for (const step of adds(trial)) {
      const { first, more } = step.conversation;
      if (first === undefined || isKeys(first, trial)) continue;
      const line = brief(first, 200);
      const evidence = line === '' ? t('The first line was empty.') : t('The first line was: {0}', line);
      if (more.split('\n').some((each) => isKeys(each, trial))) {
        return {
          message: t(
            'The keys are not the first line on stdout. execd reads that line only, so the keys are lost and one target locks out all others. Write messages to the log instead.',
          ),
          evidence,
        };
      }
      if ((trial.timeout === 0 || neverAsks(trial)) && !printedTooLate(step)) {
        return {
          message: t(
            'The script prints to stdout, where execd expects keys. After the first line execd closes stdout, so the next line may end the script in the middle of its work. Write messages to the log instead.',
          ),
          evidence,
        };
      }
    }
    return undefined;
  },
};

/** Whether the script has no keys to print: its text has none. */
function neverAsks({ inText }: Trial): boolean {
  return inText.some(({ code }) => code === 'no-handshake');
}
