import { describe, expect, it } from 'vitest';
import { actsBeforeContinue } from './checks/acts-before-continue';
import { argvProtocol } from './checks/argv-protocol';
import { chatterBeforeHandshake } from './checks/chatter-before-handshake';
import type { ScriptCheck } from './checks/check';
import { ignoresAbort } from './checks/ignores-abort';
import { keysInBuffer } from './checks/keys-in-buffer';
import { noDelete } from './checks/no-delete';
import { shown } from './for-tests';
import type { Language } from './language';

const keys = 'print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)';
const buffered = keys.replace(', flush=True', '');
const block = 'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])';
const unblock = 'subprocess.run(["iptables", "-D", "INPUT", "-s", ip, "-j", "DROP"])';
const read = 'm = json.loads(sys.stdin.readline())';
const answer = 'a = json.loads(sys.stdin.readline())';
const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

/** A check, and a script with ⟦…⟧ around all that it must report. */
const cases: readonly (readonly [string, ScriptCheck, Language, string])[] = [
  ['acts, then asks', actsBeforeContinue, 'python', lines(read, `⟦${block}⟧`, keys, answer)],
  ['asks, and does not wait', actsBeforeContinue, 'python', lines(read, keys, `⟦${block}⟧`)],
  [
    'acts in a function that is called too early',
    actsBeforeContinue,
    'python',
    lines('def block(ip):', `    ⟦${block}⟧`, '', read, 'block(ip)', keys, answer),
  ],
  [
    'undoes in another part',
    actsBeforeContinue,
    'python',
    lines(
      read,
      'if m["command"] == "delete":',
      `    ${unblock}`,
      'else:',
      `    ${keys}`,
      `    ${answer}`,
      `    ${block}`,
    ),
  ],
  [
    'undoes and ends',
    actsBeforeContinue,
    'python',
    lines(read, 'if m["command"] == "delete":', `    ${unblock}`, '    sys.exit(0)', keys, answer, block),
  ],
  [
    'undoes by the other word',
    actsBeforeContinue,
    'bash',
    lines(
      'IFS= read -r M',
      'case $(jq -r .command <<< "$M") in',
      '  delete) iptables -D INPUT -s "$ip" -j DROP ;;',
      '  add) echo check_keys; IFS= read -r A; iptables -I INPUT -s "$ip" -j DROP ;;',
      'esac',
    ),
  ],
  ['asks nobody', actsBeforeContinue, 'python', lines(read, block)],

  ['does not look at the answer', ignoresAbort, 'python', lines(read, keys, answer, `⟦${block}⟧`)],
  [
    'looks at it',
    ignoresAbort,
    'python',
    lines(read, keys, answer, 'if a["command"] != "continue":', '    sys.exit(0)', block),
  ],
  [
    'looks at it in a part',
    ignoresAbort,
    'python',
    lines(read, keys, answer, 'if a["command"] == "continue":', `    ${block}`),
  ],
  [
    'says that it was told to abort, and goes on',
    ignoresAbort,
    'python',
    lines(read, keys, answer, 'if a["command"] == "abort":', '    print("aborted", file=log)', `⟦${block}⟧`),
  ],
  [
    'looks at it by a constant',
    ignoresAbort,
    'python',
    lines(read, keys, answer, 'if action(a) != CONTINUE_COMMAND:', '    sys.exit(0)', block),
  ],
  [
    'goes on with a loop',
    ignoresAbort,
    'bash',
    lines(
      'IFS= read -r M',
      'echo check_keys',
      'IFS= read -r A',
      'for x in a b; do continue; done',
      '⟦iptables -I INPUT -s "$ip" -j DROP⟧',
    ),
  ],

  ['never undoes', noDelete, 'python', lines(read, keys, answer, `⟦${block}⟧`)],
  [
    'undoes in else',
    noDelete,
    'python',
    lines(read, 'if m["command"] == "add":', `    ${keys}`, `    ${block}`, 'else:', `    ${unblock}`),
  ],
  [
    'does and undoes with one call',
    noDelete,
    'bash',
    lines(
      'IFS= read -r M',
      'echo check_keys',
      `if [ "$c" = add ]; then NEW="$OLD $ip"; else NEW=\${OLD/$ip/}; fi`,
      'aws wafv2 update-ip-set --addresses $NEW',
    ),
  ],
  [
    'undoes',
    noDelete,
    'python',
    lines(read, 'if m["command"] == "delete":', `    ${unblock}`, keys, answer, block),
  ],
  ['does what cannot be undone', noDelete, 'python', lines(read, keys, answer, 'os.remove(path)')],
  ['is stateless', noDelete, 'python', lines(read, block)],

  ['keeps the keys to itself', keysInBuffer, 'python', lines(read, `⟦${buffered}⟧`, answer)],
  ['flushes', keysInBuffer, 'python', lines(read, buffered, 'sys.stdout.flush()', answer)],
  ['runs unbuffered', keysInBuffer, 'python', lines('#!/usr/bin/python3 -u', read, buffered, answer)],
  ['asks by input()', keysInBuffer, 'python', lines(read, buffered, 'a = json.loads(input())')],
  ['does not wait', keysInBuffer, 'python', lines(read, buffered)],

  ['prints what a tool says', chatterBeforeHandshake, 'bash', lines('⟦id root⟧', 'echo check_keys')],
  ['looks for a tool', chatterBeforeHandshake, 'bash', lines('⟦command -v jq⟧ || exit 1', 'echo check_keys')],
  [
    'looks for a tool silently',
    chatterBeforeHandshake,
    'bash',
    lines('command -v jq > /dev/null || exit 1', 'echo check_keys'),
  ],
  [
    'logs in a function',
    chatterBeforeHandshake,
    'bash',
    lines('log() { ⟦echo "$1"⟧; }', 'log start', 'echo check_keys'),
  ],
  [
    'logs in a function whose output is taken',
    chatterBeforeHandshake,
    'bash',
    lines('log() { echo "$1"; }', 'log start >> x', 'echo check_keys'),
  ],
  [
    'writes a block to the log',
    chatterBeforeHandshake,
    'bash',
    lines('{ echo a; echo b; } >> log', 'echo check_keys'),
  ],
  [
    'has sent stdout elsewhere',
    chatterBeforeHandshake,
    'bash',
    lines('exec >> /tmp/log', 'echo a', 'echo check_keys'),
  ],
  [
    'prints on delete',
    chatterBeforeHandshake,
    'bash',
    lines('if [ "$c" = delete ]; then echo undone; exit; fi', 'echo check_keys'),
  ],
  [
    'prints the keys by a name',
    chatterBeforeHandshake,
    'python',
    lines('keys = json.dumps({"command": "check_keys"})', 'print(keys)'),
  ],
  [
    'prints the keys from a function',
    chatterBeforeHandshake,
    'python',
    lines('def keys(ip):', '    return json.dumps({"command": "check_keys"})', '', 'print(keys(ip))'),
  ],

  ['takes its arguments', argvProtocol, 'bash', lines('ACTION=⟦$1⟧', 'IP=$3', 'iptables -s "$IP"')],
  ['takes its arguments apart', argvProtocol, 'python', lines('action, user, ip = ⟦sys.argv[1:4]⟧')],
  ['takes them in PowerShell', argvProtocol, 'powershell', lines('$action = ⟦$args[0]⟧')],
  ['takes extra_args', argvProtocol, 'bash', lines('IFS= read -r M', 'MODE=$1')],
  ['has a function with arguments', argvProtocol, 'bash', lines('f() { local action=$1; }', 'f x')],
];

describe('the conversation', () => {
  it.each(cases)('%s', async (_, check, language, marked) => {
    expect(await shown(check, language, marked)).toBe(marked);
  });
});
