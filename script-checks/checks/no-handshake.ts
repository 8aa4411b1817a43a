import { t } from '@vscode/l10n';
import { startsProgram } from '../batch/reading';
import { actsOnDelete } from '../expects-delete';
import { sendsKeys } from '../handshake';
import type { ScriptCheck, ScriptProblem } from './check';

export const noHandshake: ScriptCheck = {
  code: 'no-handshake',
  title: 'A response with a timeout never sends check_keys',
  explanation: [
    "execd undoes a response only if the script has answered on stdout: the answer's keys are what execd remembers until",
    'the timeout is over. A script that prints nothing is run once and forgotten: `delete` never comes, so a blocked',
    'address stays blocked whatever `<timeout>` says. execd mentions it in a debug line only',
    '(src/os_execd/execd.c, 4.14.7).',
    '\n\nSend `check_keys` with the target as key, read one line, and act only if its `command` is `continue`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '⟦#!/bin/bash⟧\nIFS= read -r message\niptables -I INPUT -s "$(jq -r .parameters.alert.data.srcip <<<"$message")" -j DROP\n',
    good: [
      '#!/bin/bash',
      'IFS= read -r message',
      'srcip=$(jq -r .parameters.alert.data.srcip <<<"$message")',
      'printf \'{"version":1,"origin":{"name":"x","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\\n\' "$srcip"',
      'IFS= read -r answer',
      '',
    ].join('\n'),
  },
  *run(script, known): Iterable<ScriptProblem> {
    const undoes = known.stateful === undefined && actsOnDelete(script);
    if (!(known.stateful || undoes) || sendsKeys(script)) return;
    // A launcher leaves that to what it starts.
    if (script.language === 'batch' && startsProgram(script.code)) return;
    const [first = ''] = script.text.split(/\r?\n/, 1);
    yield {
      span: { start: 0, end: first.length },
      message: undoes
        ? t(
            'The script takes something back on delete, but it never sends check_keys: Wazuh will never send delete, and what the script did stays. Send check_keys and wait for continue.',
          )
        : t(
            'This response has a timeout, but the script never sends check_keys: Wazuh will never send delete, and what the script did stays. Send check_keys and wait for continue.',
          ),
    };
  },
};
