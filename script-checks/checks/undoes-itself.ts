import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { undoneInBackground } from '../tongues/bash/background-undo';
import { isInBackground } from '../tongues/bash/streams';
import type { ScriptCheck, ScriptProblem } from './check';
import { isUndoing } from './undoing';

export const undoesItself: ScriptCheck = {
  code: 'undoes-itself',
  title: 'The script takes its work back by itself, in the background',
  explanation: [
    'A process that sleeps in the background and then takes the block back is nobody’s: execd does not wait for it and does',
    'not know it. When the host is restarted it is gone, and what it was to take back stays: a line in /etc/hosts.deny, a',
    'locked account, saved rules of a firewall. A second alert about the same address starts a second one, and the first',
    'lets the attacker in again too early.',
    '\n\nexecd does this by itself: give the `<active-response>` a `<timeout>`, ask with `check_keys`, and undo when the',
    'command is `delete`. Then execd remembers the response, does not do it twice, undoes it when it stops, and',
    '`<repeated_offenders>` can make the time longer.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ip=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      'iptables -I INPUT -s "$ip" -j DROP',
      '(sleep 600; ⟦iptables -D INPUT -s "$ip" -j DROP⟧) &',
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
  *run(script): Iterable<ScriptProblem> {
    for (const span of undoings(script)) {
      yield {
        span,
        message: t(
          'The script takes this back by itself, after a sleep in the background: execd knows nothing of it, and a restart loses it. Give the response a timeout, and undo on delete.',
        ),
      };
    }
  },
};

function undoings(script: Script): readonly SyntaxNode[] {
  const { nodes = [], tongue } = readingOf(script) ?? {};
  const handed = nodes.flatMap((node) =>
    (tongue?.code(node) ?? [])
      .filter((code) => sleepsAndUndoes.test(code.node.text) && isLeftAlone(node, code.node, script))
      .map((code) => code.node),
  );
  if (script.language !== 'bash') return handed;
  // What comes about on delete is asked for by execd.
  const later = [...undoneInBackground(nodes)].filter((each) => !isUndoing(each));
  return [...new Set(later.map(({ node }) => node)), ...handed];
}

/** Words that are handed to a shell: they wait, and take a block back. */
const sleepsAndUndoes =
  /\bsleep\b.*(?:\b(?:ip6?tables|nft|ipset|ufw|ip|route|firewall-cmd|csf|fail2ban-client)\b.*\s(?:-D|--delete|del|delete|unbanip|-[dt]r|--remove-\S+)\s|\b(?:usermod|passwd)\s+(?:-U|-u|--unlock)\b|\bsed\b.*hosts\.deny)/s;

/** Whether nobody waits for a shell that is given words. */
function isLeftAlone(caller: SyntaxNode, words: SyntaxNode, { language }: Script): boolean {
  if (language === 'python') return /\bPopen\(/.test(caller.text) || /&\s*["']*$/.test(words.text);
  for (let node: SyntaxNode | undefined = caller; node; node = node.parent)
    if (isInBackground(node)) return true;
  return false;
}
