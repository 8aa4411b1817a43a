import { t } from '@vscode/l10n';
import { exclude, leavesBefore, type Moment } from '../course';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { askFirst } from '../tongues/python/ask-first';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';
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
    const acts = new Set<SyntaxNode>();
    for (const moment of early) {
      if (moment.kind !== 'act' || exclude(moment, keys) || isUndoing(moment)) continue;
      if (leavesBefore(moment, keys) || leavesBefore(keys, moment)) continue;
      acts.add(moment.node);
    }
    const fixes =
      answer === -1 ? onlyFix(t('Ask first, and heed the answer'), asking(script, keys, [...acts])) : [];
    for (const [index, node] of [...acts].entries()) {
      yield {
        span: node,
        message: t(
          'This acts before execd has answered. When the same response is in force already, the answer is abort, and it comes too late. Send the keys, read the answer, and act only on continue.',
        ),
        // All that is done too early is put right at once.
        ...(index === 0 && { fixes }),
      };
    }
  },
};

/** Where it is sure that the keys are sent for `add` alone: on delete there is no answer to heed. */
function asking(script: Script, keys: Moment, acts: readonly SyntaxNode[]) {
  const isForAdd = keys.clauses.some(({ condition }) => /\badd\b/i.test(condition));
  return script.language === 'python' && isForAdd ? askFirst(script, keys.node, acts) : undefined;
}
