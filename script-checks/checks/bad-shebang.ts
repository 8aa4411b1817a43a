import { t } from '@vscode/l10n';
import type { Edit } from '../finding';
import { type Shebang, shebang } from '../language';
import type { Script } from '../script';
import { systemOf } from '../system';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const badShebang: ScriptCheck = {
  code: 'bad-shebang',
  title: 'The first line does not name an interpreter',
  explanation: [
    'execd starts the file itself, without a shell. The kernel then needs `#!` as the very first two bytes, the full',
    'path of a program, and at most one argument. Without it the response does not run, although the same file works',
    'from a terminal, where the shell helps out.',
    '\n\nBegin the file with `#!/usr/bin/env python3` or `#!/bin/bash`, without a blank line or byte order mark before it.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '⟦read -r line⟧\n',
    good: '#!/bin/bash\nread -r line\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language !== 'python' && script.language !== 'bash') return;
    // Windows goes by how the name ends, or by a program that was made of the script.
    if (systemOf(script).system === 'windows') return;
    const fault = faultOf(script, shebang(script.text));
    if (!fault) return;
    const at = Math.max(0, script.text.search(/\S/));
    const line = script.text.slice(at).split(/\r?\n/, 1)[0] ?? '';
    yield {
      span: { start: at, end: at + line.length },
      message: fault.message,
      fixes: onlyFix(t('Put the first line right'), [fault.edit]),
    };
  },
};

interface Fault {
  readonly message: string;
  readonly edit: Edit;
}

const usual = { python: '#!/usr/bin/env python3', bash: '#!/bin/bash' } as const;

function faultOf({ text, language }: Script, named: Shebang | undefined): Fault | undefined {
  const start = language === 'python' ? usual.python : usual.bash;
  const [first = ''] = text.split(/\r?\n/, 1);
  const firstLine = { start: 0, end: first.length };
  if (!named) {
    const message = t(
      'The first line names no interpreter, so the kernel refuses to start the script. Begin it with {0}.',
      start,
    );
    const span = { start: 0, end: text.startsWith(byteOrderMark) ? 1 : 0 };
    return { message, edit: { span, newText: `${start}${/\r?\n/.exec(text)?.[0] ?? '\n'}` } };
  }
  const before = { span: { start: 0, end: text.indexOf('#!') }, newText: '' };
  if (text.startsWith(byteOrderMark)) {
    const message = t(
      'A byte order mark stands before #!, so the kernel does not see it. Save the file as UTF-8 without BOM.',
    );
    return { message, edit: before };
  }
  if (!text.startsWith('#!')) {
    return {
      message: t('#! must be the first two characters of the file: remove what stands before it.'),
      edit: before,
    };
  }
  if (!named.path.startsWith('/')) {
    return {
      message: t('{0} is not a full path, so the kernel does not find it. Write it from / on.', named.path),
      edit: { span: firstLine, newText: start },
    };
  }
  if (named.path.endsWith('/env') && /\s/.test(named.argument) && !/^-\w*S/.test(named.argument)) {
    const message = t(
      'The kernel passes "{0}" to env as one argument, so no program is found. Leave the options out, or write env -S.',
      named.argument,
    );
    return { message, edit: { span: firstLine, newText: `#!${named.path} -S ${named.argument}` } };
  }
  return undefined;
}

const byteOrderMark = '\uFEFF';
