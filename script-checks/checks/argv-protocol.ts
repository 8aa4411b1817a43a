import { t } from '@vscode/l10n';
import type { Span } from '../../wazuh/span';
import { readsStdin, takenArgument } from '../batch/reading';
import { isMeantAsResponse } from '../meant-as-response';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { type SyntaxNode, within } from '../syntax/node';
import { neededArgument as ofShell } from '../tongues/bash/arguments';
import { neededArgument as ofPowershell } from '../tongues/powershell/arguments';
import { neededArgument as ofPython } from '../tongues/python/arguments';
import type { Tongue } from '../tongues/tongue';
import type { ScriptCheck, ScriptProblem } from './check';

/** What the arguments were before 4.2: action, user, address, alert id, rule id, agent, file. */
const action = /^(?:action|act|cmd|command|ar_?action|mode|operation)$/i;

export const argvProtocol: ScriptCheck = {
  code: 'argv-protocol',
  title: 'The script waits for arguments as before Wazuh 4.2',
  explanation: [
    'Until 4.1 execd called a response with arguments: `add` or `delete`, the user, the address. Since 4.2 there are none,',
    'not even those of `<extra_args>`: everything comes as one line of JSON on stdin. A script that reads `$1` and `$3`',
    'finds them empty and does nothing, or acts on an empty word (src/os_execd/execd.c, 4.14.7).',
    '\n\nRead the line from stdin: `.command` says add or delete, the address is in `.parameters.alert.data.srcip`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nACTION=⟦$1⟧\nUSER=$2\nIP=$3\n[ "$ACTION" = add ] && iptables -I INPUT -s "$IP" -j DROP\n',
    good: [
      '#!/bin/bash',
      'IFS= read -r message',
      'ACTION=$(jq -r .command <<< "$message")',
      'IP=$(jq -r .parameters.alert.data.srcip <<< "$message")',
      '[ "$ACTION" = add ] && iptables -I INPUT -s "$IP" -j DROP',
      '',
    ].join('\n'),
  },
  *run(script, known): Iterable<ScriptProblem> {
    const first =
      actionArgument(script) ?? (isMeantAsResponse(script, known) ? firstArgument(script) : undefined);
    if (!first) return;
    yield {
      span: first,
      message: t(
        'Since Wazuh 4.2 a response gets no arguments, so this is empty: action, user and address come as one line of JSON on stdin. Read that line.',
      ),
    };
  },
};

/** Where a script that reads nothing from stdin first needs one of its arguments. */
export function firstArgument(script: Script): Span | undefined {
  const { language, root, code } = script;
  if (language === 'batch') return readsStdin(code) ? undefined : takenArgument(code);
  if (readsAnything(script) || language === 'other') return undefined;
  return needed[language](root) ?? actionArgument(script);
}

const needed = { bash: ofShell, python: ofPython, powershell: ofPowershell } as const;

/**
 * Where it takes the action off them, by the name that it gives to it. A script that reads its message as well may take
 * an argument only where the message has none, or for something else: what it takes in any case, and from nowhere else,
 * counts where it is add or delete.
 */
function actionArgument(script: Script): SyntaxNode | undefined {
  const reading = readingOf(script);
  if (!reading) return undefined;
  const { tongue, nodes } = reading;
  const reads = readsAnything(script);
  const isFirst = (node: SyntaxNode) =>
    script.language === 'python'
      ? /^(?:sys\.)?argv\[1(?::\d*)?\]$/.test(node.text)
      : script.language === 'bash'
        ? /^\$(?:1|\{1(?::?-)?\})$/.test(node.text) && tongue.variable(node) === '1'
        : /^\$args\[0\]$/i.test(node.text);
  for (const node of nodes) {
    const assignment = tongue.assignment(node);
    const name = assignment?.names.find((each) => action.test(each));
    if (!assignment || name === undefined) continue;
    const isOnly = !isConditional(node, tongue) && timesAssigned(name, nodes, tongue) === 1;
    if (reads && !(isOnly && saysAddOrDelete(name, script.code))) continue;
    const value = nodes.find((each) => within(each, assignment.value) && isFirst(each));
    if (value) return value;
  }
  return undefined;
}

function saysAddOrDelete(name: string, code: string): boolean {
  return new RegExp(`\\b${name}\\b["'})\\]]*\\s*(?:==?|!=|\\bin\\b)\\s*["'(]*x?(?:add|delete)\\b`).test(code);
}

function isConditional(node: SyntaxNode, tongue: Tongue): boolean {
  for (let each: SyntaxNode | undefined = node; each; each = each.parent)
    if (tongue.clause(each)) return true;
  return false;
}

function timesAssigned(name: string, nodes: readonly SyntaxNode[], tongue: Tongue): number {
  return nodes.filter((node) => tongue.assignment(node)?.names.includes(name)).length;
}

function readsAnything(script: Script): boolean {
  return (readingOf(script)?.reads.length ?? 0) > 0;
}
