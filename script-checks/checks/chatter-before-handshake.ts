import { t } from '@vscode/l10n';
import { echoesFrom, saysFrom } from '../batch/reading';
import { exclude, type Moment } from '../course';
import { sendsKeys } from '../handshake';
import type { Knowledge } from '../knowledge';
import { isMeantAsResponse } from '../meant-as-response';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { elsewhere } from '../system';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const chatterBeforeHandshake: ScriptCheck = {
  code: 'chatter-before-handshake',
  title: 'Something else is written to stdout before check_keys',
  explanation: [
    "execd takes the first line of the script's stdout for the answer, whatever it is. If that is a progress message,",
    'the keys behind it are never read: all targets then share one key, the name of the script, and the second attacker',
    'is answered `abort` as long as the first is blocked (src/os_execd/execd.c, 4.14.7).',
    '\n\nWrite messages to the log file or to stderr; keep stdout for `check_keys`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r line\n⟦echo "starting"⟧\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
    good: '#!/bin/bash\nIFS= read -r line\necho "starting" >&2\necho \'{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}\'\n',
  },
  *run(script, known): Iterable<ScriptProblem> {
    if (script.language === 'batch') yield* ofBatch(script, known);
    const reading = readingOf(script);
    const { course = [] } = reading ?? {};
    const keys = course.findIndex(({ kind }) => kind === 'keys');
    const sent = course[keys];
    if (!reading) return;
    if (!sent) {
      yield* withoutKeys(script, known);
      return;
    }
    const seen = new Set<Moment['node']>();
    for (const moment of course.slice(0, keys)) {
      if (moment.kind !== 'output' || seen.has(moment.node) || exclude(moment, sent) || isUndoing(moment))
        continue;
      seen.add(moment.node);
      yield {
        span: moment.node,
        message: t(
          'execd takes the first line on stdout for the keys, so it will read this one instead of check_keys. Write it to stderr or to the log.',
        ),
        fixes: onlyFix(t('Keep it away from stdout'), reading.tongue.output(moment.node)?.toStderr),
      };
    }
  },
};

function printsAtAll(): string {
  return t(
    'The script prints to stdout, where execd expects keys. After the first line execd closes stdout, so the next line may end the script in the middle of its work. Write messages to the log instead.',
  );
}

/**
 * A script that sends no keys. One that is run here shows in its run what it prints when something is wrong; what it
 * prints on its way to the end stands in the text, however far the run gets.
 */
function* withoutKeys(script: Script, known: Knowledge): Iterable<ScriptProblem> {
  if (known.stateful || sendsKeys(script) || !isMeantAsResponse(script, known)) return;
  const isTried = !elsewhere(script);
  const reading = readingOf(script);
  const first = reading?.course.find(
    (moment) =>
      moment.kind === 'output' &&
      !isUndoing(moment) &&
      !(isTried && (isAside(moment) || isUncalled(moment.node, script))),
  );
  if (!reading || !first) return;
  yield {
    span: first.node,
    message: printsAtAll(),
    fixes: onlyFix(t('Keep it away from stdout'), reading.tongue.output(first.node)?.toStderr),
  };
}

/** Whether it comes to this only when something is wrong, or for a person in front of it. */
function isAside({ clauses }: Moment): boolean {
  return clauses.some(
    ({ leaves, condition }) =>
      leaves || /isatty|\[\s*-t\s|debug|verbose|dry_?run|test_?mode|\bfail|error/i.test(condition),
  );
}

/** Whether a node stands in a function whose name is nowhere else. */
function isUncalled(node: SyntaxNode, script: Script): boolean {
  const { tongue } = readingOf(script) ?? {};
  for (let each: SyntaxNode | undefined = node; each; each = each.parent) {
    const name = tongue?.definition(each)?.name;
    if (name !== undefined && script.code.split(name).length <= 2) return true;
  }
  return false;
}

function* ofBatch(script: Script, known: Knowledge): Iterable<ScriptProblem> {
  if (!isMeantAsResponse(script, known)) return;
  const echoes = echoesFrom(script.code);
  if (echoes) {
    const lineEnd = script.text.includes('\r\n') ? '\r\n' : '\n';
    yield {
      span: echoes,
      message: t(
        'Without @echo off, cmd.exe prints this command to stdout before it runs it, and execd takes the first line for the keys. Begin the file with @echo off.',
      ),
      fixes: onlyFix(t('Begin with @echo off'), [
        { span: { start: 0, end: 0 }, newText: `@echo off${lineEnd}` },
      ]),
    };
    return;
  }
  const says = sendsKeys(script) ? undefined : saysFrom(script.code);
  if (says) yield { span: says, message: printsAtAll() };
}
