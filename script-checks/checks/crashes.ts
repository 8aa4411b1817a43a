import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { descendants } from '../syntax/node';
import { unboundVariables } from '../tongues/bash/unbound';
import { unimported } from '../tongues/python/unimported';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const crashes: ScriptCheck = {
  code: 'crashes',
  title: 'The script ends with an error',
  explanation: [
    'execd does not look at how a script ends, and throws its stderr away: a script that fails halfway looks like one that',
    'worked. The dry run shows what it would have said; the text shows a variable that nobody sets in a shell script with',
    '`set -u`, and a module that nobody imports in Python: it ends there.',
    '\n\nCatch what can go wrong, write it to the log, and end with status 0 only when the work is done.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nset -u\nIFS= read -r line\necho "$line" >> "⟦$LOG_FILE⟧"\n',
    good: '#!/bin/bash\nset -u\nLOG_FILE=/var/ossec/logs/active-responses.log\nIFS= read -r line\necho "$line" >> "$LOG_FILE"\n',
  },
  *run(script: Script): Iterable<ScriptProblem> {
    if (script.language === 'python') yield* notImported(script);
    if (script.language !== 'bash') return;
    for (const { name, node } of unboundVariables(script.text, readingOf(script)?.nodes ?? [])) {
      yield {
        span: node,
        message: t(
          'With set -u the script ends here: nothing sets {0}. Set it, or write {1}.',
          name,
          `\${${name}:-}`,
        ),
      };
    }
  },
};

function* notImported({ root }: Script): Iterable<ScriptProblem> {
  for (const { name, node } of unimported(root)) {
    const [first] = descendants(root, 'import_statement', 'import_from_statement');
    const start = first?.parent === root ? first.start : undefined;
    yield {
      span: node,
      message: t('Python ends the script here: nothing imports {0}. Import it.', name),
      fixes: onlyFix(
        t('Import {0}', name),
        start === undefined ? [] : [{ span: { start, end: start }, newText: `import ${name}\n` }],
      ),
    };
  }
}
