import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import { child } from '../syntax/node';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const neverRuns: ScriptCheck = {
  code: 'never-runs',
  title: 'The main part never runs',
  explanation: [
    'Python runs the part behind `if __name__ == "__main__":` when the file is started, and that part alone calls what',
    'the script is for. With `_name_`, with one underscore, the script ends with an error; with `"main"` for',
    '`"__main__"` it ends without a word. execd looks at neither: nothing is done, and nothing is logged.',
    '\n\nWrite `if __name__ == "__main__":`, with two underscores on each side, four times.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'if ⟦_name_ == "__main__"⟧:\n    main()\n',
    good: 'if __name__ == "__main__":\n    main()\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language !== 'python') return;
    for (const node of readingOf(script)?.nodes ?? []) {
      const condition = node.type === 'if_statement' ? child(node, 'condition') : undefined;
      if (!condition || !/^_+name_+\s*==\s*(["'])_*main_*\1$/.test(condition.text)) continue;
      if (/^__name__\s*==\s*(["'])__main__\1$/.test(condition.text)) continue;
      yield {
        span: condition,
        message: t('This is never true, so the script does nothing. Write: {0}', '__name__ == "__main__"'),
        fixes: onlyFix(t('Write __name__ == "__main__"'), [
          { span: condition, newText: '__name__ == "__main__"' },
        ]),
      };
    }
  },
};
