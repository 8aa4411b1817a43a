import { t } from '@vscode/l10n';
import type { Span } from '../../wazuh/span';
import { shebang } from '../language';
import { interpretersOf, type Parsing } from '../parsing';
import type { Script } from '../script';
import { type Fault, faultsIn } from '../syntax/faults';
import { descendants } from '../syntax/node';
import { misplaced } from '../tongues/python/layout';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const syntaxError: ScriptCheck = {
  code: 'syntax-error',
  title: 'The interpreter cannot read the script',
  explanation: [
    'A quotation mark that nothing closes, a `fi` or a bracket that is missing, a line of Python that is indented by other',
    'than its block: Python refuses the whole script, and a shell ends where it stumbles. execd does not look at how a',
    'script ends and throws its stderr away, so nothing is done, and nothing is logged',
    '(wpopenv, src/shared/exec_op.c, 4.14.7).',
    '\n\nHave the interpreter read it without running it: `bash -n FILE`, `python3 -m py_compile FILE`. `wazuh-ar check` asks',
    'the one of this machine; the editor goes by the text alone and says only what is sure.',
    '\n\nWhere `/bin/sh` is dash, as on Debian and Ubuntu, a script that begins with `#!/bin/sh` may use only what POSIX',
    'knows: no `<( )`, no arrays, no `<<<`. Name `#!/bin/bash` if it needs more.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r message\n⟦if⟧ [ -n "$message" ]; then\n  logger -t response started\n',
    good: '#!/bin/bash\nIFS= read -r message\nif [ -n "$message" ]; then\n  logger -t response started\nfi\n',
  },
  *run(script, { parsed }): Iterable<ScriptProblem> {
    if (parsed?.kind === 'parses') return;
    const problem = parsed ? refused(script, parsed) : inTree(script);
    if (problem) yield problem;
  },
};

function refused(
  { text }: Script,
  { by, line, words }: Extract<Parsing, { kind: 'refused' }>,
): ScriptProblem {
  const span = lineSpan(text, line);
  const [first = ''] = text.split(/\r?\n/, 1);
  if (by !== 'sh') return { span, message: message(by, words) };
  return {
    span,
    message: t(
      'sh refuses this: {0}. Where it is dash, as on Debian and Ubuntu, the script ends here, and nobody is told. Name bash in the first line: {1}',
      words,
      '#!/bin/bash',
    ),
    fixes: onlyFix(
      t('Name bash in the first line'),
      first.startsWith('#!')
        ? [{ span: { start: 0, end: first.length }, newText: '#!/bin/bash' }]
        : undefined,
    ),
  };
}

function message(interpreter: string, words: string): string {
  return interpreter === 'python3'
    ? t(
        'Python refuses the script for this: {0}. Not a line of it is run, and nobody is told: execd throws the error away.',
        words,
      )
    : t(
        'The shell cannot read on from here: {0}. It ends, and nobody is told: execd throws the error away.',
        words,
      );
}

/** A line without the blanks around it; the last one that is not empty for a line behind the end. */
function lineSpan(text: string, line: number): Span {
  const lines = text.split('\n');
  let at = Math.min(Math.max(0, line), lines.length - 1);
  while (at > 0 && lines[at]?.trim() === '') at--;
  const whole = lines[at] ?? '';
  const before = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  const start = before + whole.length - whole.trimStart().length;
  return { start, end: start + whole.trim().length };
}

/** What the tree shows for sure. */
function inTree(script: Script): ScriptProblem | undefined {
  const { root, text, language } = script;
  const [interpreter] = interpretersOf(language, text);
  if (interpreter === undefined) return undefined;
  const faults = faultsIn(root);
  if (interpreter === 'bash') {
    const sure = faults.every(({ kind, what }) => (kind === 'missing' ? closers.has(what) : what === '"'));
    return sure && faults[0] ? { span: faults[0], message: message('bash', told(faults[0])) } : undefined;
  }
  const [fault] = faults;
  if (fault) return { span: fault, message: message('python3', told(fault)) };
  const line = misplaced(root, text);
  if (line) {
    const { start } = line.node;
    const end = text.indexOf('\n', start);
    const span = { start, end: end === -1 ? text.length : end };
    return { span, message: message('python3', layout[line.kind]()) };
  }
  const old = pythonTwo(script);
  return old && { span: old, message: message('python3', t('print is a function since Python 3')) };
}

/** Words that close what a shell has begun. The grammar knows too little of the rest of the language to be believed. */
const closers: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}', ')', '"']);

function told({ kind, what }: Fault): string {
  switch (kind) {
    case 'missing':
      return t('{0} is missing', what);
    case 'not closed':
      return t('{0} is never closed', what);
    case 'unexpected':
      return t('{0} is not expected here', what);
  }
}

const layout = {
  'body missing': () => t('an indented line is expected here'),
  elsewhere: () => t('this line is indented by other than its block'),
  'tabs and blanks': () => t('tabs and blanks are mixed'),
} as const;

/** `print "x"`, where the first line names Python 3. */
function pythonTwo({ root, text }: Script): Span | undefined {
  if (!/^python3/.test(shebang(text)?.interpreter ?? '')) return undefined;
  for (const node of descendants(root, 'print_statement'))
    if (!node.children.some(({ type }) => type === 'chevron')) return node;
  return undefined;
}
