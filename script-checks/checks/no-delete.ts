import { t } from '@vscode/l10n';
import type { Moment } from '../course';
import { type Reading, readingOf } from '../reading';
import { descendants } from '../syntax/node';
import type { Clause } from '../tongues/tongue';
import type { ScriptCheck, ScriptProblem } from './check';

/** What blocks until it is taken back; a file that is removed, or a process that is killed, is gone for good anyway. */
const lasts =
  /\b(?:ip6?tables|nft|ipset|route|ufw|firewall-cmd|passwd|usermod|chage|csf|aws|az|gcloud|fail2ban-client|\w+-NetFirewallRule|netsh)\b|hosts\.(?:deny|allow)/i;

export const noDelete: ScriptCheck = {
  code: 'no-delete',
  title: 'The script has no undo',
  explanation: [
    'At the end of the timeout execd runs the script again with the command `delete`. A script that does not look at the',
    'command, or knows `add` alone, does nothing then, or does again what it did before: the response stays for good, and',
    'execd has forgotten it.',
    '\n\nLook at the command of the first message, and undo in `delete` what `add` does.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      'jq -nc --arg ip "$ip" \'{version: 1, command: "check_keys", parameters: {keys: [$ip]}}\'',
      'IFS= read -r answer',
      '[[ $(jq -r .command <<< "$answer") == continue ]] && ⟦iptables -I INPUT -s "$ip" -j DROP⟧',
      '',
    ].join('\n'),
    good: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      'if [[ $(jq -r .command <<< "$message") == delete ]]; then',
      '  iptables -D INPUT -s "$ip" -j DROP',
      '  exit 0',
      'fi',
      'jq -nc --arg ip "$ip" \'{version: 1, command: "check_keys", parameters: {keys: [$ip]}}\'',
      'IFS= read -r answer',
      '[[ $(jq -r .command <<< "$answer") == continue ]] && iptables -I INPUT -s "$ip" -j DROP',
      '',
    ].join('\n'),
  },
  *run(script, { stateful }): Iterable<ScriptProblem> {
    const reading = readingOf(script);
    const { course = [] } = reading ?? {};
    const isStateful = stateful ?? course.some(({ kind }) => kind === 'keys');
    // A word of its own, and no method or option of something else: `client.delete()`, `--delete`.
    if (!isStateful || /(?<![\w.-])(?:delete|disable)(?![\w-])|DELETE|DISABLE/.test(script.code)) return;
    const act = course.find(({ kind, node }) => kind === 'act' && lasts.test(node.text));
    if (!reading || !act || course.some(isOtherThanAdd) || isGivenOtherThanAdd(act, reading)) return;
    yield {
      span: act.node,
      message: t(
        'Nothing takes this back: the script does not know the command delete, with which execd runs it when the timeout is over. Look at the command, and undo in delete what add does.',
      ),
    };
  },
};

/** `if [ "$command" = add ]; then … else …`: the other word is delete, whether it is named or not. */
function isOtherThanAdd({ kind, clauses }: Moment): boolean {
  return kind === 'act' && clauses.some(isElse);
}

function isElse({ condition, leaves }: Clause): boolean {
  return /^else\b.*\b(?:add|enable)\b/is.test(condition) && !leaves;
}

/** Whether what is done with is another thing where the command is not add: one call does and undoes. */
function isGivenOtherThanAdd({ node: { text } }: Moment, { nodes, tongue }: Reading): boolean {
  return nodes.some((node) => {
    const clause = tongue.clause(node);
    return (
      clause !== undefined &&
      isElse(clause) &&
      [...descendants(node)].some((each) =>
        tongue.assignment(each)?.names.some((name) => new RegExp(String.raw`\b${name}\b`).test(text)),
      )
    );
  });
}
