import { describe, expect, it } from 'vitest';
import { argvProtocol } from './checks/argv-protocol';
import { shown } from './for-tests';
import type { Language } from './language';

const cases: readonly (readonly [string, Language, string])[] = [
  ['assigned', 'bash', 'IP=⟦$3⟧\niptables -I INPUT -s $IP -j DROP\n'],
  ['compared', 'bash', 'if [ "x⟦$1⟧" = "xdelete" ]; then exit 0; fi\nrm -f $3\n'],
  ['told apart', 'bash', 'case "⟦$1⟧" in add) block ;; delete) unblock ;; esac\n'],
  ['acted on', 'bash', `iptables -I INPUT -s "⟦\${3}⟧" -j DROP\n`],
  ['handed on to a function', 'bash', 'main() {\n  local ip=⟦$3⟧\n  block "$ip"\n}\nmain "$@"\n'],
  ['of a function', 'bash', 'block() {\n  iptables -I INPUT -s "$1" -j DROP\n}\nblock 192.0.2.1\n'],
  ['with a default', 'bash', `MODE=\${1:-quiet}\nservice="\${2-nginx}"\n`],
  ['only logged', 'bash', 'echo "$0 $1 $2 $3" >> log\nsystemctl restart nginx\n'],
  ['only looked for', 'bash', 'if [ -n "$1" ]; then set -x; fi\n'],
  ['options', 'bash', 'while getopts v o; do :; done\nf="$1"\n'],
  ['options of its own', 'bash', 'while [ $# -gt 0 ]; do case "$1" in -v) v=1 ;; esac; shift; done\n'],
  ['of a shell that reads its message', 'bash', 'IFS= read -r m\nMODE=$1\n'],
  [
    'of a shell that reads its message too late',
    'bash',
    'ACTION=⟦$1⟧\nif [ "$ACTION" != "add" ]; then exit 0; fi\nIFS= read -r m\n',
  ],
  [
    'where the message has no action',
    'bash',
    'IFS= read -r m\nACTION=$(jq -r .command <<< "$m")\n[ -n "$ACTION" ] || ACTION=$1\n[ "$ACTION" = add ]\n',
  ],
  ['of awk', 'bash', "awk '{ print $1 }' /etc/passwd\n"],

  ['taken', 'python', 'ip = ⟦sys.argv[3]⟧\n'],
  ['taken in a call', 'python', 'block(⟦sys.argv[1]⟧)\n'],
  ['taken together', 'python', '_, action, user, ip = ⟦sys.argv⟧\n'],
  ['with nothing for a default', 'python', 'ip = ⟦sys.argv[1]⟧ if len(sys.argv) > 1 else ""\n'],
  ['demanded of argparse', 'python', 'parser = argparse.ArgumentParser()\n⟦parser.add_argument("ip")⟧\n'],
  [
    'options of argparse',
    'python',
    'parser.add_argument("--log", default="x")\nparser.add_argument("f", nargs="?")\n',
  ],
  ['with another default', 'python', 'path = sys.argv[1] if len(sys.argv) > 1 else "/etc/x"\n'],
  ['where there are some', 'python', 'if len(sys.argv) > 1:\n    path = sys.argv[1]\n'],
  ['where there may be some', 'python', 'try:\n    path = sys.argv[1]\nexcept IndexError:\n    path = "x"\n'],
  ['only logged, all of them', 'python', 'log.write(" ".join(sys.argv[1:]))\n'],
  ['the name of the script', 'python', 'name = sys.argv[0]\nmain(sys.argv)\n'],
  ['of Python that reads its message', 'python', 'm = sys.stdin.readline()\nmode = sys.argv[1]\n'],
];

describe('arguments', () => {
  it.each(cases)('%s', async (_, language, marked) => {
    expect(await shown(argvProtocol, language, marked, { stateful: true })).toBe(marked);
  });
  it('of a script that has nothing to do with Wazuh are its own', async () => {
    const text = '#!/bin/bash\nIP=$3\n';
    expect(await shown(argvProtocol, 'bash', text)).toBe(text);
  });
});
