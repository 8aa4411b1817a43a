import { t } from '@vscode/l10n';
import type { Edit } from '../finding';
import { systemOf } from '../system';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const crlf: ScriptCheck = {
  code: 'crlf',
  title: 'Windows line ends',
  explanation: [
    'The kernel takes the carriage return for a part of the name behind `#!`, finds no program of that name, and the',
    'response does not run; a shell script fails at its first line as well. It happens when a file was edited or',
    'checked out on Windows.',
    '\n\nSave the file with LF line ends; in git, `*.sh text eol=lf` in `.gitattributes` keeps it so.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash⟦\r⟧\necho hello >&2\r\n',
    good: '#!/bin/bash\necho hello >&2\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language !== 'python' && script.language !== 'bash') return;
    if (systemOf(script).system === 'windows') return;
    const at = script.text.indexOf('\r\n');
    if (at === -1) return;
    yield {
      span: { start: at, end: at + 1 },
      message: t(
        'The file has Windows line ends (CRLF): Linux will not find its interpreter. Save it with LF.',
      ),
      fixes: onlyFix(t('Change all line ends to LF'), carriageReturns(script.text)),
    };
  },
};

function carriageReturns(text: string): readonly Edit[] {
  return [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
    span: { start: index, end: index + 1 },
    newText: '',
  }));
}
