import { t } from '@vscode/l10n';
import { adds, type RunCheck, seconds } from './finding';
import { keysStayInBuffer } from './keys-in-buffer';

export const readsToEof: RunCheck = {
  code: 'reads-to-eof',
  title: 'The script reads stdin to its end',
  explanation: [
    'For `add`, execd writes one line and keeps stdin open, because it may have to answer `continue` or `abort`. A',
    'script that waits for the end of its input waits for ever, and so does execd: it runs one response at a time and',
    'has no time limit, so every later response on that machine waits too.',
    '\n\nRead one line instead. To see the rest of what such a script does, the dry run closes stdin once it is stuck.',
  ].join(' '),
  judge(trial) {
    const stuck = adds(trial).find(
      (step) => step.conversation.starved !== undefined && !keysStayInBuffer(step, trial),
    );
    const after = stuck?.conversation.starved;
    if (!stuck || after === undefined) return undefined;
    return {
      message: t(
        'The script waits for the end of its input, which never comes. execd keeps stdin open until it has an answer, so both wait for ever, and every later response with them. Read one line.',
      ),
      evidence: t(
        'After {0} s it had printed nothing and was still reading stdin; it went on only when the dry run closed stdin.',
        seconds(after),
      ),
    };
  },
};
