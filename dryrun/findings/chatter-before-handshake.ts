import { t } from '@vscode/l10n';
import { adds, type RunCheck } from './finding';
import { isKeys } from './no-handshake';

export const chatterBeforeHandshake: RunCheck = {
  code: 'chatter-before-handshake',
  title: 'Something is printed before the keys',
  explanation: [
    'execd takes the first line of stdout for the script’s answer, whatever it says, and reads no other. A message for a',
    'person in front of the `check_keys` message hides the keys: the key is then the name of the script alone, and while',
    'one target is pending every other is aborted.',
    '\n\nPrint nothing but the keys to stdout; write messages to the log.',
  ].join(' '),
  judge(trial) {
    const step = adds(trial).find(({ conversation: { first, more } }) => {
      return (
        first !== undefined && !isKeys(first, trial) && more.split('\n').some((line) => isKeys(line, trial))
      );
    });
    const line = step?.conversation.first?.trim().slice(0, 200);
    if (line === undefined) return undefined;
    return {
      message: t(
        'The keys are not the first line on stdout. execd reads that line only, so the keys are lost and one target locks out all others. Write messages to the log instead.',
      ),
      evidence: line === '' ? t('The first line was empty.') : t('The first line was: {0}', line),
    };
  },
};
