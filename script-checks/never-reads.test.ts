import { describe, expect, it } from 'vitest';
import { neverReads } from './checks/never-reads';
import { readScript, shown } from './for-tests';
import type { Language } from './language';
import { looksLikeActiveResponse } from './recognise';

const cases: readonly (readonly [string, Language, string])[] = [
  [
    'blocks a list of its own',
    'bash',
    'for ip in 192.0.2.1 192.0.2.2; do\n  ⟦iptables -I INPUT -s "$ip" -j DROP⟧\ndone\n',
  ],
  ['only logs', 'bash', '⟦echo "done"⟧ >> /var/ossec/logs/active-responses.log\n'],
  [
    'blocks a list of its own',
    'python',
    'import subprocess\nfor ip in ["192.0.2.1"]:\n    ⟦subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])⟧\n',
  ],
  ['only logs', 'python', '⟦print("neutralized")⟧\n'],
  ['blocks', 'powershell', '⟦New-NetFirewallRule -Action Block⟧\n'],
  ['reads from a file', 'bash', '⟦rm -f /tmp/x⟧\nwhile read -r x; do :; done < list\n'],

  ['reads', 'bash', 'IFS= read -r m\niptables -I INPUT -s 192.0.2.1 -j DROP\n'],
  ['reads to the end', 'bash', 'm=$(cat)\nrm -f /tmp/x\n'],
  ['reads by another descriptor', 'bash', 'm=$(</proc/self/fd/0)\nrm -f /tmp/x\n'],
  ['takes arguments', 'bash', 'rm -f "$3"\n'],
  ['starts code that may read', 'bash', 'python3 block.py\n'],
  ['starts what nobody knows', 'bash', '"$handler"\n'],
  ['loads code that may read', 'bash', '. ./common.sh\nrm -f /tmp/x\n'],
  ['starts code that reads something else', 'bash', 'python3 block.py < /dev/null\n⟦rm -f /srv/x⟧\n'],
  ['has not been written yet', 'bash', 'set -eu\nexit 0\n'],
  ['reads', 'python', 'import sys\nm = sys.stdin.readline()\n'],
  ['reads in another function', 'python', 'def f(stream):\n    return stream.readline()\nf(sys.stdin)\n'],
  ['reads in a module of its own', 'python', 'from ar_common import message\nprint(message())\n'],
  ['starts code that may read', 'python', 'subprocess.run(["python3", "x.py"])\n'],
  ['has not been written yet', 'python', 'import sys\nsys.exit(0)\n'],
  ['reads', 'powershell', '$m = [Console]::In.ReadLine()\nRemove-Item x\n'],
];

describe('a script that', () => {
  it.each(cases)('%s (%s)', async (_, language, marked) => {
    const text = `# For Wazuh\n${marked}`;
    expect(await shown(neverReads, language, text)).toBe(text);
  });

  it('only restarts a service needs no message, unless it is to be undone', async () => {
    const text = '# For Wazuh\nsystemctl restart nginx\n';
    expect(await shown(neverReads, 'bash', text)).toBe(text);
    const undone = '# For Wazuh\n⟦systemctl restart nginx⟧\n';
    expect(await shown(neverReads, 'bash', undone, { stateful: true })).toBe(undone);
  });
  it('has nothing to do with Wazuh reads what it likes', async () => {
    const text = '#!/bin/bash\nrm -rf build\n';
    expect(await shown(neverReads, 'bash', text)).toBe(text);
  });
  it('acts, and writes to the log of responses, is one', async () => {
    const log = 'echo done >> /var/ossec/logs/active-responses.log\n';
    expect(looksLikeActiveResponse(await readScript(`iptables -A INPUT -j DROP\n${log}`, 'x.sh'))).toBe(true);
    expect(looksLikeActiveResponse(await readScript(log, 'x.sh'))).toBe(false);
  });
});
