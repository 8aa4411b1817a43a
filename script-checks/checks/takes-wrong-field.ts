import { t } from '@vscode/l10n';
import type { Take } from '../raw-message/extraction';
import { isAnyAddress, keyIn, openWordIn } from '../raw-message/pattern';
import { firstAndLast, pieceAt } from '../raw-message/typical-message';
import type { Script } from '../script';
import { shellExtractions } from '../tongues/bash/extraction';
import { pythonExtractions } from '../tongues/python/extraction';
import type { ScriptCheck, ScriptProblem } from './check';

export const takesWrongField: ScriptCheck = {
  code: 'takes-wrong-field',
  title: 'A text tool takes another value than the one that is meant',
  explanation: [
    'grep, sed, awk, cut and a regular expression see a line of text where there is JSON. The first address in the message',
    'is that of the agent; the first `"name"` is that of the Wazuh node, and behind a greedy `.*` the last one is that of',
    'the decoder; `pid=` is found in `ppid=` first; and which piece between quotation marks is the user depends on all that',
    'stands before it in this alert. The script then blocks its own host, or acts on nobody.',
    "\n\nIn a run it shows in that the script acts on the agent's own address, and nothing of the alert's targets appears.",
    "Ask for a value by its place: `jq -r '.parameters.alert.data.srcip // empty'`, or `json.loads(line)` in Python.",
  ].join(' '),
  example: {
    language: 'bash',
    bad: [
      '#!/bin/bash',
      'IFS= read -r line',
      `IP=$(echo "$line" | ⟦grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}'⟧ | head -n 1)`,
      'iptables -I INPUT -s "$IP" -j DROP',
      '',
    ].join('\n'),
    good: [
      '#!/bin/bash',
      'IFS= read -r line',
      `IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line")`,
      'iptables -I INPUT -s "$IP" -j DROP',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    for (const { node, variable, take } of extractions(script)) {
      const message = objection(take, wordsOf(variable));
      if (message !== undefined) yield { span: node, message };
    }
  },
};

function extractions({ language, root }: Script) {
  if (language === 'bash') return shellExtractions(root);
  return language === 'python' ? pythonExtractions(root) : [];
}

function objection(take: Take, named: ReadonlySet<string>): string | undefined {
  if (take.kind === 'piece') {
    // Behind a key stands its value.
    const path = /\w/.test(take.mark) ? undefined : pieceAt(take.mark, take.number);
    if (path === undefined || !path.startsWith('parameters.alert')) return undefined;
    return t(
      'This counts pieces of the message, and with every other alert the same number is another piece: here it may be {0}. Ask for the value by its place: {1}',
      path,
      byPlace,
    );
  }
  const { pattern, which } = take;
  if (isAnyAddress(pattern)) {
    if (which === 'last' || named.has('agent')) return undefined;
    return t(
      'The first address in the message is that of the agent (parameters.alert.agent.ip), so this takes the host that reports, not the attacker. Ask for the value by its place: {0}',
      byPlace,
    );
  }
  const word = openWordIn(pattern);
  const longer = word === undefined ? undefined : longerWords[word];
  if (longer !== undefined)
    return t(
      'Nothing keeps {0} from being found in {1}, which stands first. Ask for the value by its place: {2}',
      `${word}=`,
      `${longer}=`,
      byPlace,
    );
  const key = keyIn(pattern);
  const path = key === undefined ? undefined : firstAndLast(key)[which];
  return path === undefined || isMeant(path, named) ? undefined : ofAnother(key ?? '', path, which);
}

function ofAnother(key: string, path: string, which: 'first' | 'last'): string {
  return which === 'first'
    ? t('The first "{0}" in the message is {1}. Ask for the value by its place: {2}', key, path, byPlace)
    : t(
        'The last "{0}" in the message, which a greedy .* leads to, is {1}. Ask for the value by its place: {2}',
        key,
        path,
        byPlace,
      );
}

const byPlace = "jq -r '.parameters.alert.data.srcip'";

/** Words of the audit log that end in another one which it writes later. */
const longerWords: Readonly<Partial<Record<string, string>>> = { pid: 'ppid', uid: 'auid', id: 'auid' };

/** The parts of a message that describe the event and who saw it, by the words that scripts have for them. */
const parts: readonly (readonly [part: RegExp, words: RegExp])[] = [
  [/^origin/, /^(?:origin|node|module)$/],
  [/^parameters\.alert\.agent/, /^(?:agent|host|hostname|endpoint|computer|machine|server)$/],
  [/^parameters\.alert\.manager/, /^manager$/],
  [/^parameters\.alert\.rule/, /^rule$/],
  [/^parameters\.alert\.(?:pre)?decoder/, /^(?:pre)?decoder$/],
];

/** What a target is called. */
const target =
  /^(?:ip|ips|addr|address|src|srcip|source|attacker|atacante|offender|remote|user|username|account|login|file|filename|path|pid|process|host|hostname|endpoint|victim)$/;

/** Whether what is taken may be what is meant, by the name that it is given. In doubt it is. */
function isMeant(path: string, named: ReadonlySet<string>): boolean {
  const [, own] = parts.find(([part]) => part.test(path)) ?? [];
  if (!own) return true;
  const words = [...named];
  if (words.some((word) => own.test(word))) return true;
  return !words.some((word) => target.test(word) || parts.some(([, other]) => other.test(word)));
}

/** `AGENT_NAME` is agent, name; `srcIp` is src, ip. */
function wordsOf(variable: string | undefined): ReadonlySet<string> {
  const words = (variable ?? '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return new Set(words.filter((word) => word !== ''));
}
