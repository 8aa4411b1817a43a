import { expect, it } from 'vitest';
import { missingIn } from './absent';

it.each<readonly [stderr: string, name: string | undefined]>([
  ['active-response/bin/x.sh: line 7: yara: command not found\n', 'yara'],
  ['active-response/bin/x.sh: 7: yara: not found\n', 'yara'],
  [
    'active-response/bin/x.sh: line 3: /usr/local/bin/clamscan: No such file or directory\n',
    '/usr/local/bin/clamscan',
  ],
  ["/usr/bin/env: 'python2': No such file or directory\n", 'python2'],
  ['/usr/bin/env: ‘python2’: No such file or directory\n', 'python2'],
  ["Traceback (most recent call last):\nModuleNotFoundError: No module named 'requests'\n", 'requests'],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'nft'\n", 'nft'],
  // Files of data are the script's own affair, and so is what an attacker wrote.
  ["FileNotFoundError: [Errno 2] No such file or directory: '/etc/list'\n", undefined],
  ['active-response/bin/x.sh: line 3: /etc/list: No such file or directory\n', undefined],
  ['awk: cannot open /proc/modules (No such file or directory)\n', '/proc/modules'],
  ['cat: /proc/4711/cmdline: No such file or directory\n', undefined],
  ['bash: line 1: wazuh-canary: command not found\n', undefined],
  ['jq: error: syntax error\n', undefined],
  ['', undefined],
])('%j', (stderr, name) => expect(missingIn(stderr)).toBe(name));
