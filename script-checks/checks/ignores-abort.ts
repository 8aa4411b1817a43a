import { t } from '@vscode/l10n';
import { exclude, leavesBefore, type Moment } from '../course';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import type { ScriptCheck, ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const ignoresAbort: ScriptCheck = {
  code: 'ignores-abort',
  title: 'The script acts although it was told to abort',
  explanation: [
    'While a response is pending, execd answers `abort` to the same keys: the timeout was renewed, and there is nothing to',
    'do. A script that acts all the same adds its rule a second time, and the one `delete` that follows takes only one of',
    'them back.',
    '\n\nRead the answer and end on anything but `continue` (src/os_execd/execd.c, 4.14.7).',
  ].join(' '),
  example: {
    language: 'bash',
    bad: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      'jq -nc --arg ip "$ip" \'{version: 1, command: "check_keys", parameters: {keys: [$ip]}}\'',
      'IFS= read -r answer',
      '⟦iptables -I INPUT -s "$ip" -j DROP⟧',
      '',
    ].join('\n'),
    good: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      'jq -nc --arg ip "$ip" \'{version: 1, command: "check_keys", parameters: {keys: [$ip]}}\'',
      'IFS= read -r answer',
      '[[ $(jq -r .command <<< "$answer") == continue ]] || exit 0',
      'iptables -I INPUT -s "$ip" -j DROP',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    const { course = [], nodes = [], tongue } = readingOf(script) ?? {};
    const at = course.findIndex(({ kind }) => kind === 'keys');
    const answer = course.findIndex(({ kind }, index) => kind === 'read' && index > at);
    const keys = course[at];
    if (!keys || !tongue || answer === -1) return;
    // Whatever is decided by the answer names one of the two words; in doubt it is done right.
    const clauses = nodes.flatMap((node) => tongue.clause(node) ?? []);
    const listens = namesAnswer(script, nodes);
    const heeds = clauses.some(
      ({ condition, leaves }) => /continue/i.test(condition) || (/abort/i.test(condition) && leaves),
    );
    if (listens && (heeds || !clauses.some(({ condition }) => /abort/i.test(condition)))) return;
    const seen = new Set<Moment['node']>();
    for (const moment of course.slice(answer)) {
      if (moment.kind !== 'act' || seen.has(moment.node) || exclude(moment, keys) || isUndoing(moment))
        continue;
      if (leavesBefore(keys, moment) || moment.clauses.some(({ condition }) => /abort/i.test(condition)))
        continue;
      seen.add(moment.node);
      yield {
        span: moment.node,
        message: t(
          'This is done although execd may have answered abort: the response is in force already, and will be undone once only. End on anything but continue.',
        ),
      };
    }
  },
};

/** Whether a script speaks of an answer: `continue` that goes on with a loop is not the word of execd. */
function namesAnswer({ code }: Script, nodes: readonly SyntaxNode[]): boolean {
  const loops = new Set(
    nodes
      .filter(
        ({ text, type }) =>
          text === 'continue' && /^(?:continue_statement|command|flow_control_statement)$/.test(type),
      )
      .map(({ start }) => start),
  );
  return [...code.matchAll(/(?<![-\w])(?:continue|abort)(?![-\w])|CONTINUE|ABORT/g)].some(
    ({ index }) => !loops.has(index),
  );
}
