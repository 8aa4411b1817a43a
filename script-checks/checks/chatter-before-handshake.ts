import { t } from '@vscode/l10n';
import { exclude, type Moment } from '../course';
import { readingOf } from '../reading';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const chatterBeforeHandshake: ScriptCheck = {
  code: 'chatter-before-handshake',
  title: 'Something else is written to stdout before check_keys',
  explanation: [
    "execd takes the first line of the script's stdout for the answer, whatever it is. If that is a progress message,",
    'the keys behind it are never read: all targets then share one key, the name of the script, and the second attacker',
    'is answered `abort` as long as the first is blocked (src/os_execd/execd.c, 4.14.7).',
    '\n\nWrite messages to the log file or to stderr; keep stdout for `check_keys`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r line\n⟦echo "starting"⟧\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
    good: '#!/bin/bash\nIFS= read -r line\necho "starting" >&2\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
  },
  *run(script): Iterable<ScriptProblem> {
    const reading = readingOf(script);
    const { course = [] } = reading ?? {};
    const keys = course.findIndex(({ kind }) => kind === 'keys');
    const sent = course[keys];
    if (!reading || !sent) return;
    const seen = new Set<Moment['node']>();
    for (const moment of course.slice(0, keys)) {
      if (moment.kind !== 'output' || seen.has(moment.node) || exclude(moment, sent) || isUndoing(moment))
        continue;
      seen.add(moment.node);
      yield {
        span: moment.node,
        message: t(
          'execd takes the first line on stdout for the keys, so it will read this one instead of check_keys. Write it to stderr or to the log.',
        ),
        fixes: onlyFix(t('Keep it away from stdout'), reading.tongue.output(moment.node)?.toStderr),
      };
    }
  },
};
