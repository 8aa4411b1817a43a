import { t } from '@vscode/l10n';
import { systemOf } from '../system';
import type { ScriptCheck, ScriptProblem } from './check';

export const notExecutable: ScriptCheck = {
  code: 'not-executable',
  title: 'The file may not be run',
  explanation: [
    'execd starts the file itself, so its mode must let root run it. An editor or a checkout on Windows leaves the mode',
    'without `x`. The start then fails, nothing is done, and not a word of it is in any log: what was to become the script',
    'ends with 127 (wpopenv, src/shared/exec_op.c, 4.14.7).',
    '\n\nOn the machine that runs it: `chmod 750 FILE && chown root:wazuh FILE`; in git: `git update-index --chmod=+x FILE`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '⟦#!/bin/bash⟧\nIFS= read -r line\n',
    good: '#!/bin/bash\nIFS= read -r line\n',
  },
  *run(script, { executable }): Iterable<ScriptProblem> {
    if (executable !== false || systemOf(script).system === 'windows') return;
    const { text } = script;
    const [first = ''] = text.split(/\r?\n/, 1);
    yield {
      span: { start: 0, end: first.length },
      message: t(
        'The mode of the file does not let it be run, so execd cannot start it. Run: chmod 750, and in git: git update-index --chmod=+x.',
      ),
    };
  },
};
