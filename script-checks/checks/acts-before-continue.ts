import { t } from '@vscode/l10n';
import { exclude, leavesBefore, type Moment } from '../course';
import { readingOf } from '../reading';
import type { ScriptCheck, ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const actsBeforeContinue: ScriptCheck = {
  code: 'acts-before-continue',
  title: 'The script acts before it is told to',
  explanation: [
    'The keys are a question: may I? execd answers `continue`, or `abort` when the same response is in force already. A',
    'script that has acted by then acts twice on the same target, and undoing it once leaves the other half behind.',
    '\n\nPrint the keys first, read the answer, and act only on `continue` (src/os_execd/execd.c, 4.14.7).',
  ].join(' '),
  example: {
    language: 'bash',
    bad: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      '⟦iptables -I INPUT -s "$ip" -j DROP⟧',
      'jq -nc --arg ip "$ip" \'{version: 1, command: "check_keys", parameters: {keys: [$ip]}}\'',
      'IFS= read -r answer',
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
    const { course = [] } = readingOf(script) ?? {};
    const at = course.findIndex(({ kind }) => kind === 'keys');
    const keys = course[at];
    if (!keys) return;
    const answer = course.findIndex(({ kind }, index) => kind === 'read' && index > at);
    const early = course.slice(0, answer === -1 ? course.length : answer);
    const seen = new Set<Moment['node']>();
    for (const moment of early) {
      if (moment.kind !== 'act' || seen.has(moment.node) || exclude(moment, keys) || isUndoing(moment))
        continue;
      if (leavesBefore(moment, keys) || leavesBefore(keys, moment)) continue;
      seen.add(moment.node);
      yield {
        span: moment.node,
        message: t(
          'This acts before execd has answered. When the same response is in force already, the answer is abort, and it comes too late. Send the keys, read the answer, and act only on continue.',
        ),
      };
    }
  },
};
