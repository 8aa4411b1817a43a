import { t } from '@vscode/l10n';
import { readsToEnd } from '../batch/reading';
import type { Moment } from '../course';
import { type Reading, readingOf } from '../reading';
import { around, within } from '../syntax/node';
import type { StdinRead } from '../tongues/tongue';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const readsToEof: ScriptCheck = {
  code: 'reads-to-eof',
  title: 'The script reads stdin to its end',
  explanation: [
    'For `add`, execd writes one line and keeps stdin open, because it may have to answer `continue` or `abort`. A',
    'script that waits for the end of its input waits for ever, and so does execd: it runs one response at a time and',
    'has no time limit, so every later response on that machine waits too. Nothing is logged.',
    '\n\nTrying it with `echo … | script` hides the fault, because there the input does end. Read one line instead.',
    'Behind the handshake, reading to the end is fine: execd closes stdin after its answer',
    '(src/os_execd/execd.c, 4.14.7).',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'import json, sys\nmessage = json.loads(⟦sys.stdin.read()⟧)\n',
    good: 'import json, sys\nmessage = json.loads(sys.stdin.readline())\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (script.language === 'batch') yield* inBatch(script.code);
    const reading = readingOf(script);
    if (!reading) return;
    const { readLine } = reading.tongue;
    for (const read of reading.reads) {
      if (read.how !== 'to end' || isOfClosed(read, reading)) continue;
      yield {
        span: read.node,
        message: t(
          'execd keeps stdin open behind its line, so this read never ends and every later response waits behind it. Read one line: {0}.',
          readLine,
        ),
        fixes: onlyFix(t('Read one line'), read.oneLine),
      };
    }
  },
};

function* inBatch(code: string): Iterable<ScriptProblem> {
  const span = readsToEnd(code);
  if (!span) return;
  yield {
    span,
    message: t(
      'execd keeps stdin open behind its line, so this read never ends and every later response waits behind it. Read one line: {0}.',
      'set /p LINE=',
    ),
  };
}

/**
 * Whether a read is of what execd closes: on delete, when it closes stdin at once, or of its answer. The keys were sent before it in the same function,
 * or in another one when the message was read above.
 */
function isOfClosed({ node }: StdinRead, { course, reads }: Reading): boolean {
  const moments = course.filter((moment) => moment.kind === 'read' && within(node, moment.node));
  if (moments.length > 0 && moments.every(isUndoing)) return true;
  const keys = course.find(({ kind }) => kind === 'keys');
  if (!keys || keys.node.start > node.start) return false;
  const functions = ['function_definition', 'function_statement'];
  const isAbove = (read: StdinRead) => read.how === 'line' && read.node.end <= keys.node.start;
  return around(keys.node, ...functions) === around(node, ...functions)
    ? reads.some(isAbove) || isCalled(course, keys)
    : reads.some(isAbove);
}

/** Whether something was read before the keys were sent, in the order in which the script runs. */
function isCalled(course: readonly Moment[], keys: Moment): boolean {
  return course.slice(0, course.indexOf(keys)).some(({ kind }) => kind === 'read');
}
