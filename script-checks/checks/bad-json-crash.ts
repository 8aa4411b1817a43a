import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { endsWithJq } from '../tongues/bash/errexit';
import type { ScriptCheck, ScriptProblem } from './check';

export const badJsonCrash: ScriptCheck = {
  code: 'bad-json-crash',
  title: 'A line that is no message upsets the script',
  explanation: [
    'execd sends whole messages, but a script is run by hand as well, by a test, or by an older agent. On a line that is',
    'cut off or empty it should say so in the log and end: an error that goes to stderr is seen by nobody, and half a',
    'message is nothing to act on.',
    '\n\nCatch the error of the JSON reader, or look whether what it gave is empty, before anything else. With `set -e` the',
    'error of jq ends the script before it can say anything.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nset -e\nIFS= read -r line\n⟦file=$(jq -r .parameters.alert.syscheck.path <<< "$line")⟧\n',
    good: '#!/bin/bash\nset -e\nIFS= read -r line\nfile=$(jq -r .parameters.alert.syscheck.path <<< "$line") || file=\n',
  },
  *run(script: Script): Iterable<ScriptProblem> {
    const [first] = script.language === 'bash' ? endsWithJq(readingOf(script)?.nodes ?? []) : [];
    if (first)
      yield {
        span: first,
        message: t(
          'A line that is no message ends the script here: jq fails, and set -e does the rest. Nothing is logged. Write || behind it, and say so in the log.',
        ),
      };
  },
};
