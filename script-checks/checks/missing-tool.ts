import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { systemOf } from '../system';
import { endsWithJq } from '../tongues/bash/errexit';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const missingTool: ScriptCheck = {
  code: 'missing-tool',
  title: 'The script does not notice that a command is missing',
  explanation: [
    'Not every host has jq, iptables or curl, and execd gives scripts a short `PATH`. A script that does not look goes on',
    'with an empty word, does half of its work, or says in the log that it did what it has not done.',
    '\n\nLook for the command first (`command -v jq`, `shutil.which`), and if it is missing say so in the log and end.',
    '\n\nThe dry run takes away one command at a time. The text shows where `set -e` ends a script that has no jq, and a',
    'first line that asks for `python`: Debian, Ubuntu and RHEL have a `python3` alone.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nset -e\nIFS= read -r line\n⟦file=$(jq -r .parameters.alert.syscheck.path <<< "$line")⟧\n',
    good: '#!/bin/bash\nset -e\nIFS= read -r line\nif ! command -v jq; then echo "no jq" >> /var/ossec/logs/active-responses.log; exit 0; fi\nfile=$(jq -r .parameters.alert.syscheck.path <<< "$line")\n',
  },
  *run(script: Script): Iterable<ScriptProblem> {
    yield* unnumberedPython(script);
    if (script.language !== 'bash' || looksForJq.test(script.code)) return;
    const [first] = endsWithJq(readingOf(script)?.nodes ?? []);
    if (first)
      yield {
        span: first,
        message: t(
          'Where jq is not installed the script ends here without a word, for set -e. Look for it first (command -v jq), and if it is missing say so in the log.',
        ),
      };
  },
};

/** A first line that asks for `python`, or the second one, which few hosts still have. */
function* unnumberedPython(script: Script): Iterable<ScriptProblem> {
  if (script.language !== 'python' || systemOf(script).system === 'windows') return;
  const [whole = '', before = '', name = ''] =
    /^(#!\s*\/(?:usr\/)?(?:local\/)?bin\/(?:env\s+(?:-S\s*)?)?)(python(?:2(?:\.\d)?)?)(?![\w.])/.exec(
      script.text,
    ) ?? [];
  if (whole === '') return;
  const span = { start: before.length, end: whole.length };
  yield {
    span,
    message: t(
      'Many hosts have no command {0}, only python3: there the script never starts, and nothing says so. Write python3.',
      name,
    ),
    // What was written for the second one does not run with the third.
    ...(name === 'python' && { fixes: onlyFix(t('Ask for python3'), [{ span, newText: 'python3' }]) }),
  };
}

const looksForJq = /\b(?:command\s+-[vV]|which|type|hash)\b[^\n]*(?:\bjq\b|\$)|-x\s+\S*jq\b/;
