import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../effects/snapshot';
import { Hearing } from '../execd/hearing';
import { contents } from './contents';
import { type Limits, usualLimits } from './limits';
import { networkFor } from './network';
import { openOverlay } from './overlay';
import { probeSandbox } from './probe';
import { type Exit, SandboxRefused } from './sandbox';
import { pipesPerStart } from './start';

const probed = await probeSandbox();

interface Ran {
  readonly said: readonly string[];
  readonly exit: Exit;
  readonly seen: Snapshot;
}

/** Runs a bash text in a sandbox of its own; it must end by itself or by a limit. */
async function inside(text: string, limits: Partial<Limits> = {}, workspace?: string): Promise<Ran> {
  const bounds = { ...usualLimits, ...limits };
  const packed = contents({
    programs: [{ name: 'try.sh', content: Buffer.from(`#!/bin/bash\n${text}\n`) }],
    binding: { name: 'try0', executable: 'try.sh', timeout: 0 },
    users: [],
    files: [],
    workspace,
    network: networkFor(undefined, { kind: 'none', reason: 'It is not tried here.' }),
  });
  const sandbox = await openOverlay(packed, bounds, pipesPerStart.add);
  try {
    const running = sandbox.start('active-response/bin/try.sh', true);
    if (!running.output) throw new Error('not heard');
    const hearing = new Hearing(running.output, 1_000_000);
    running.errors.resume();
    running.input.end();
    const alarm = setTimeout(() => running.kill(), bounds.step);
    const exit = await running.exited;
    clearTimeout(alarm);
    await Promise.race([hearing.end(), new Promise((resolve) => setTimeout(resolve, 100))]);
    running.errors.destroy();
    running.output.destroy();
    return { said: hearing.all().split('\n').filter(Boolean), exit, seen: await sandbox.look() };
  } finally {
    await sandbox.close();
  }
}

/** Each hole that was found once, and what a burglar gets to see of it now. */
const holes: readonly (readonly [title: string, text: string, said: readonly string[]])[] = [
  ['is root in there', 'id -u', ['0']],
  [
    'is nobody outside: the kernel cannot be told what to run',
    '[[ -w /proc/sys/kernel/core_pattern ]] && echo writable',
    [],
  ],
  [
    'has five devices and a terminal',
    'for d in /dev/*; do [[ -c $d || -b $d ]] && echo $d; done',
    ['/dev/full', '/dev/null', '/dev/random', '/dev/tty', '/dev/urandom', '/dev/zero'],
  ],
  ['has no /sys', 'ls -A /sys', []],
  [
    'has no sockets of the machine',
    'find / -xdev -type s 2> /dev/null; find /run /var /tmp -type s 2> /dev/null',
    [],
  ],
  [
    'sees only its own processes',
    'for p in /proc/[0-9]*; do tr "\\0\\n" "  " < $p/cmdline | cut -d" " -f1-2; done',
    ['sh -c', '/bin/bash active-response/bin/try.sh'],
  ],
  ['has three descriptors', 'ls /proc/$$/fd > /tmp/fds; tr "\\n" " " < /tmp/fds', ['0 1 2 255 ']],
  [
    'has an environment that was made for it',
    'env -0 | tr "\\0" "\\n" | cut -d= -f1 | grep -v -e "^_$" -e SHLVL | sort | tr "\\n" " "',
    ['LANG OLDPWD PATH PWD '],
  ],
  ['cannot look at the first process', 'ls /proc/1/root/ /proc/1/fd/9/ 2> /dev/null', []],
  ['cannot mount', 'mount -t tmpfs none /mnt 2> /dev/null && echo mounted', []],
  ['cannot unmount', 'umount /proc/sys 2> /dev/null && echo unmounted', []],
  ['cannot make namespaces', 'unshare --user true 2> /dev/null && echo made', []],
  ['cannot make devices', 'mknod /tmp/sda b 8 0 2> /dev/null && echo made', []],
  [
    'has no network but one in which everything is refused',
    'ls /sys/class/net; tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " " | sort',
    ['eth0', 'lo'],
  ],
  ['finds no passwords but made-up ones', 'grep -c -v -e "dryrun" -e ":\\*:" /etc/shadow', ['0']],
  ['writes into /etc', 'echo x >> /etc/hosts && tail -n 1 /etc/hosts', ['x']],
  ['writes into /usr', 'echo x > /usr/local/bin/x && cat /usr/local/bin/x', ['x']],
  ['makes folders at the top', 'mkdir /ipblock && ls -d /ipblock', ['/ipblock']],
  ['has an empty home', 'ls -A /root', []],
  ['opens its stdin again', 'cat /dev/stdin; echo over', ['over']],
  ['is in Wazuh’s home', 'pwd', ['/var/ossec']],
  ['is called as execd calls it', 'echo $0', ['active-response/bin/try.sh']],
];

// On a system that refuses the sandbox, that is what is tried instead.
const where = probed.kind === 'overlay' ? describe : () => undefined;
if (probed.kind === 'none')
  it('is refused with a reason', () => expect(inside('true')).rejects.toBeInstanceOf(SandboxRefused));

where('the sandbox', () => {
  it.each(holes)('%s', async (_title, text, said) => {
    expect((await inside(text)).said).toEqual(said);
  });

  it('does not show the user’s home and workspace', async () => {
    const workspace = mkdtempSync('/var/tmp/dry-run-workspace-');
    writeFileSync(path.join(workspace, 'secret'), 'secret');
    try {
      const { said } = await inside(
        `ls -A ${workspace} ${homedir()} /var/tmp 2> /dev/null | grep -v :`,
        {},
        workspace,
      );
      expect(said).not.toContain('secret');
      expect(said.filter((name) => existsSync(path.join(homedir(), name)))).toEqual([]);
    } finally {
      rmSync(workspace, { recursive: true });
    }
  });
});

/**
 * Scripts that mean harm. Each does so only where the mark of the sandbox is, so that a slip of a test does not hurt the
 * machine that it runs on.
 */
const armed = '[[ -d /run/dry-run && ! -e /run/systemd && $(hostname) == agent01 ]] || exit 99\n';

const stubborn: readonly (readonly [title: string, text: string, limits: Partial<Limits>])[] = [
  ['forks without end', 'f() { f | f & }; f; sleep 5', { step: 1500, processes: 50 }],
  ['prints without end', 'yes', { step: 1000 }],
  ['ignores signals', 'trap "" TERM INT HUP; while :; do sleep 1; done', { step: 1000 }],
  ['makes a daemon', '(setsid sleep 1000 &) ; exit 0', {}],
  ['fills the disk', 'cat /dev/zero > /var/big; cat /dev/zero > /tmp/big; exit 0', { step: 5000, disk: 8 }],
  ['makes many files with holes', 'for i in {1..50}; do truncate -s 60M /tmp/holes$i; done; exit 0', {}],
  ['makes a file with holes', 'truncate -s 10G /tmp/holes; exit 0', {}],
  ['takes all memory', 'x=x; while :; do x=$x$x$x$x; done', { step: 5000, memory: 64 }],
  ['kills all it sees', 'kill -9 -1; exit 0', {}],
  ['removes everything', 'rm -rf --no-preserve-root / 2> /dev/null; exit 0', {}],
];

where('a script that means harm', () => {
  const canaries = ['/etc/passwd', '/etc/hosts', '/usr/bin/env', import.meta.filename];
  const fingerprint = () => canaries.map((file) => [file, statSync(file).mtimeMs, readFileSync(file).length]);
  let before: unknown;
  let mounts: string;
  beforeAll(() => {
    before = fingerprint();
    mounts = readFileSync('/proc/self/mountinfo', 'utf8');
  });
  afterAll(() => {
    expect(fingerprint()).toEqual(before);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).toBe(mounts);
  });

  it.each(stubborn)('%s', async (_title, text, limits) => {
    const { exit } = await inside(armed + text, limits);
    expect(exit.code).not.toBe(99);
    const children = spawnSync('ps', ['--ppid', String(process.pid), '-o', 'args=']).stdout.toString();
    expect(children.split('\n').filter((line) => /unshare|nsenter|prlimit/.test(line))).toEqual([]);
  });

  it('may see what it removed and made', async () => {
    const { seen } = await inside(
      `${armed}rm /etc/hosts; mkdir -p /opt/x/y; ln -s a /opt/x/l; sleep 100 & disown`,
    );
    expect(seen.files.get('/etc/hosts')).toEqual({ kind: 'gone' });
    expect(seen.files.get('/opt/x/l')).toEqual({ kind: 'link', target: 'a' });
    expect(seen.files.get('/opt/x/y')).toMatchObject({ kind: 'folder' });
    expect(seen.processes).toEqual(['sleep 100']);
  });
});
