import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { armed, inside } from './for-tests';
import { probeSandbox } from './probe';
import { SandboxRefused } from './sandbox';

const probed = await probeSandbox();

/** What a script finds in there, all of them asked in one sandbox. */
const findings: readonly (readonly [title: string, text: string, said: readonly string[]])[] = [
  ['is root in there', 'id -u', ['0']],
  [
    'has five devices and a terminal',
    'for d in /dev/*; do [[ ! -L $d && ( -c $d || -b $d ) ]] && echo $d; done',
    ['/dev/full', '/dev/null', '/dev/random', '/dev/tty', '/dev/urandom', '/dev/zero'],
  ],
  ['has three descriptors', 'ls /proc/$$/fd > /tmp/fds; tr "\\n" " " < /tmp/fds', ['0 1 2 255 ']],
  [
    'has an environment that was made for it',
    'env -0 | tr "\\0" "\\n" | cut -d= -f1 | grep -v -e "^_$" -e SHLVL | sort | tr "\\n" " "',
    ['LANG OLDPWD PATH PWD '],
  ],
  [
    'has a network, in which ports that nobody calls are closed',
    'tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " " | sort; : > /dev/tcp/203.0.113.9/$((40000 + 1)) || echo refused',
    ['eth0', 'lo', 'refused'],
  ],
  ['writes into /etc', 'echo x >> /etc/hosts && tail -n 1 /etc/hosts', ['x']],
  ['writes into /usr', 'echo x > /usr/local/bin/x && cat /usr/local/bin/x', ['x']],
  ['makes folders at the top', 'mkdir /ipblock && ls -d /ipblock', ['/ipblock']],
  ['has an empty home', 'ls -A /root', []],
  ['opens its stdin again', 'cat /dev/stdin; echo over', ['over']],
  ['is in Wazuh’s home', 'pwd', ['/var/ossec']],
  ['finds what a response expects', 'ls -d active-response/bin logs queue etc/ossec.conf | wc -l', ['4']],
  ['is called as execd calls it', 'echo $0', ['active-response/bin/try.sh']],
  ['goes first where memory runs out', 'cat /proc/$$/oom_score_adj', ['1000']],
];

// On a system that refuses the sandbox, that is what is tried instead.
const where = probed.kind === 'overlay' ? describe : () => undefined;
if (probed.kind === 'none')
  it('is refused with a reason', () => expect(inside('true')).rejects.toBeInstanceOf(SandboxRefused));

where('the sandbox', () => {
  let said: readonly string[] = [];
  beforeAll(async () => {
    const parts = findings.map(([, text], index) => `echo; echo '#${index}'; ( ${text} ) 2> /dev/null; echo`);
    ({ said } = await inside(parts.join('\n')));
  });

  it.each(findings.map((row, index) => [...row, index] as const))('%s', (_title, _text, expected, index) => {
    const from = said.indexOf(`#${index}`) + 1;
    const to = said.indexOf(`#${index + 1}`);
    expect(said.slice(from, to === -1 ? undefined : to)).toEqual(expected);
  });

  it('does not show the user’s home and workspace', async () => {
    const workspace = mkdtempSync('/var/tmp/dry-run-workspace-');
    writeFileSync(path.join(workspace, 'secret'), 'secret');
    try {
      const seen = await inside(
        `ls -A ${workspace} ${homedir()} /var/tmp 2> /dev/null | grep -v :`,
        {},
        { workspace },
      );
      expect(seen.said).not.toContain('secret');
      expect(seen.said.filter((name) => existsSync(path.join(homedir(), name)))).toEqual([]);
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });

  it('shows what was removed and made', async () => {
    const { seen } = await inside(
      `${armed}rm /etc/hosts; mkdir -p /opt/x/y; ln -s a /opt/x/l; sleep 100 & disown`,
    );
    expect(seen.files.get('/etc/hosts')).toEqual({ kind: 'gone' });
    expect(seen.files.get('/opt/x/l')).toEqual({ kind: 'link', target: 'a' });
    expect(seen.files.get('/opt/x/y')).toMatchObject({ kind: 'folder' });
    expect(seen.processes).toEqual(['sleep 100']);
  });

  it('shows what was tried to reach', async () => {
    const { seen } = await inside(
      [
        'port=$((40000 + 1))',
        ': > /dev/tcp/203.0.113.9/$port',
        ': > /dev/tcp/2001:db8::9/$port',
        'echo x > /dev/udp/203.0.113.9/$port',
        ': > /dev/tcp/api.example.com/$port',
        ': > /dev/tcp/203.0.113.9/$port',
      ].join('\n'),
    );
    expect([...seen.attempts.keys()].sort()).toEqual([
      'dns api.example.com',
      'tcp 198.18.0.1:40001',
      'tcp 203.0.113.9:40001',
      'tcp [2001:db8::9]:40001',
      'udp 203.0.113.9:40001',
    ]);
    expect(seen.attempts.get('tcp 203.0.113.9:40001')).toBe(2);
  });
});
