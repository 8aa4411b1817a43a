import { t } from '@vscode/l10n';
import type { ScriptCheck, ScriptProblem } from './check';

export const notExecutable: ScriptCheck = {
  code: 'not-executable',
  title: 'The file may not be run',
  explanation: [
    'execd starts the file itself, so its mode must let root run it. An editor or a checkout on Windows leaves the mode',
    'without `x`; execd then logs that it could not launch the command, and nothing is done.',
    '\n\nOn the machine that runs it: `chmod 750 FILE && chown root:wazuh FILE`; in git: `git update-index --chmod=+x FILE`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '⟦#!/bin/bash⟧\nIFS= read -r line\n',
    good: '#!/bin/bash\nIFS= read -r line\n',
  },
  *run({ text }, { executable }): Iterable<ScriptProblem> {
    if (executable !== false) return;
    const [first = ''] = text.split(/\r?\n/, 1);
    yield {
      span: { start: 0, end: first.length },
      message: t(
        'The mode of the file does not let it be run, so execd cannot start it. Run: chmod 750, and in git: git update-index --chmod=+x.',
      ),
    };
  },
};
