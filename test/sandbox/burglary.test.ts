import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armed } from '../../dryrun/sandbox/for-tests';
import type { Limits } from '../../dryrun/sandbox/limits';
import { everybody, run, said as saidBy } from './machine';

/** What a script on this machine could find if the sandbox let it: a secret, and somebody who listens. */
const secret = `secret-${process.pid}`;
const socket = path.join(tmpdir(), `dry-run-${process.pid}.socket`);
const called: string[] = [];

/**
 * Ways out of the sandbox, and what comes of each: what it prints, nothing at best. They are harmless even where one
 * would work: they knock, and do not go in.
 */
const ways: readonly (readonly [title: string, text: string, said?: readonly string[]])[] = [
  ['tell the kernel what to run', '[[ -w /proc/sys/kernel/core_pattern ]] && echo open'],
  [
    'write to the kernel’s switches',
    'find /proc/sys /proc/irq /proc/bus /proc/fs -type f -writable -user 0 | head -1',
  ],
  ['make /proc/sys writable', 'mount -o remount,rw,bind /proc/sys && echo open'],
  ['uncover /proc/sys', 'umount /proc/sys && echo open'],
  ['pull the emergency brake', '[[ -w /proc/sysrq-trigger ]] && echo open'],
  ['mount a new /proc', 'mount -t proc proc /mnt && echo open'],
  ['mount /sys', 'mount -t sysfs sysfs /mnt && echo open'],
  ['mount a disk in memory', 'mount -t tmpfs none /mnt && echo open'],
  ['bind another folder', 'mount --bind /etc /mnt && echo open'],
  ['look into /sys', 'ls -A /sys'],
  ['look into the root of another process', 'ls /proc/1/root/ /proc/1/cwd/'],
  ['look at what another process has open', 'ls /proc/1/fd/9/'],
  ['read the environment of another process', 'cat /proc/1/environ'],
  ['read the memory of another process', 'dd if=/proc/1/mem bs=1 count=1 && echo open'],
  ['find a secret in any environment', `cat /proc/*/environ | tr "\\0" "\\n" | grep -e ${secret}`],
  [
    'see the machine’s processes',
    'for p in /proc/[0-9]*; do tr "\\0\\n" "  " < $p/cmdline | cut -d" " -f1-2; done | grep -v -e "^ *$" -e try.sh -e grep',
    ['sh -c'],
  ],
  [
    'trace the first process',
    'gdb -p 1 -batch || strace -p 1 -o /dev/null -c & sleep 0.1; grep TracerPid /proc/1/status',
    ['TracerPid:\t0'],
  ],
  ['enter the namespaces of the first process', 'nsenter --target 1 --mount --pid true && echo open'],
  ['make a user namespace', 'unshare --user true && echo open'],
  ['make a mount namespace', 'unshare --mount true && echo open'],
  ['make a network namespace', 'unshare --net true && echo open'],
  ['change the root', 'chroot / true && echo open'],
  ['make a block device', 'mknod /tmp/sda b 8 0 && cat /tmp/sda && echo open'],
  ['make a character device', 'mknod /tmp/kmsg c 1 11 && cat /tmp/kmsg && echo open'],
  [
    'find raw memory or a disk',
    'ls /dev/mem /dev/kmem /dev/kmsg /dev/sda /dev/vda /dev/fuse /dev/kvm /proc/kcore | xargs -r -n1 head -c 1',
  ],
  // A stand-in of modprobe says that it did: the kernel's own list counts.
  ['load a module', 'modprobe dummy; insmod /dev/null; grep -q "^dummy " /proc/modules && echo open'],
  ['set the clock', 'date -s 2001-01-01 > /dev/null && echo open'],
  ['raise its own limits', 'ulimit -u unlimited && echo open; ulimit -c unlimited && echo open'],
  ['get back a power', 'grep CapBnd /proc/self/status | grep -i -e ffffffff'],
  ['gain powers by a program', 'grep NoNewPrivs /proc/self/status', ['NoNewPrivs:\t1']],
  ['be another user', 'setpriv --reuid=1 --regid=1 --clear-groups true && echo open'],
  ['find the machine’s sockets', 'find / -xdev -type s; find /run /var /tmp -type s'],
  ['call a socket of the machine', `[[ -e ${socket} ]] && echo open`],
  ['see abstract sockets of the machine', 'grep -c @ /proc/net/unix', ['0']],
  [
    'call an abstract socket',
    `python3 -c 'import socket; socket.socket(socket.AF_UNIX).connect("\\0${secret}")' && echo open`,
  ],
  [
    'call the machine’s loopback',
    ': > /dev/tcp/127.0.0.1/$port && echo open; : > /dev/tcp/::1/$port && echo open',
  ],
  ['call the machine by its address', 'for a in $addresses; do : > /dev/tcp/$a/$port && echo open; done'],
  [
    'call the other end',
    'a=$(ip route | grep -o "via [0-9.]*" | cut -d" " -f2); : > /dev/tcp/$a/$port && echo open',
  ],
  ['see the network at the other end', 'ip link | grep -c gate', ['0']],
  [
    'change the network at the other end',
    // RTM_GETLINK with IFLA_TARGET_NETNSID (46): netlink by hand, as no tool does it.
    `python3 -c '
import socket, struct
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
body = struct.pack("BxHiII", 0, 0, 0, 0, 0) + struct.pack("HHi", 8, 46, 0)
s.send(struct.pack("IHHII", 16 + len(body), 18, 0x301, 1, 0) + body)
kind, error = struct.unpack("4xH10xi", s.recv(65536)[:20])
print("refused" if error == -13 else kind)'`,
    ['refused'],
  ],
  [
    'move its end of the cable away',
    'ip link set eth0 netns 1 && ip link show eth0 > /dev/null || echo gone',
    [],
  ],
  ['find shared memory', 'ls -A /dev/shm; ipcs -m | grep -c 0x', ['0']],
  ['rename the machine', 'hostname burgled && echo open'],
  ['find passwords', 'grep -v -e dryrun -e ":\\*:" /etc/shadow'],
  ['find keys', 'find /root /home/*/.ssh /home/*/.aws /etc/ssl/private /etc/ssh/*key -type f'],
  ['find the user’s home by a name', `cat /home/*/${secret} /root/${secret}`],
];

/** Scripts that mean harm: the harm is done in there alone. */
const harms: readonly (readonly [title: string, text: string, limits: Partial<Limits>])[] = [
  ['forks without end', 'f() { f | f & }; f; sleep 5', { step: 1500, processes: 50 }],
  ['prints without end', 'yes', { step: 1000 }],
  ['ignores signals', 'trap "" TERM INT HUP; while :; do sleep 1; done', { step: 1000 }],
  ['makes a daemon', '(setsid sleep 1000 &) ; exit 0', {}],
  [
    'makes a daemon of a daemon',
    '(setsid bash -c "setsid sleep 1000 & trap : TERM; sleep 1000" &); exit 0',
    {},
  ],
  ['fills the disk', 'cat /dev/zero > /var/big; cat /dev/zero > /tmp/big; exit 0', { step: 5000, disk: 8 }],
  [
    'makes files without end',
    'mkdir /tmp/d; cd /tmp/d; i=0; while : > $((i++)); do :; done; exit 0',
    { step: 2000 },
  ],
  ['makes many files with holes', 'for i in {1..50}; do truncate -s 60M /tmp/holes$i; done; exit 0', {}],
  ['makes a file with holes', 'truncate -s 10G /tmp/holes; exit 0', {}],
  ['takes all memory', 'x=x; while :; do x=$x$x$x$x; done', { step: 5000, memory: 64 }],
  [
    'takes all memory by many',
    'for i in {1..20}; do (x=$(head -c 20M /dev/zero | tr "\\0" x); sleep 100) & done; wait',
    { step: 5000, memory: 100 },
  ],
  [
    'floods whom it calls',
    'for i in {1..20}; do cat /dev/zero > /dev/tcp/10.0.0.9/80 & done; wait',
    { step: 3000 },
  ],
  ['calls without end', 'while :; do : > /dev/tcp/10.0.0.9/443; done', { step: 2000 }],
  ['sends without end', 'while :; do echo x > /dev/udp/10.0.0.9/514; done', { step: 2000 }],
  ['kills all it sees', 'kill -9 -1; exit 0', {}],
  ['kills the first process', 'kill -9 1; kill -TERM 1; exit 0', {}],
  ['removes everything', 'rm -rf --no-preserve-root / 2> /dev/null; exit 0', { step: 3000 }],
  ['takes the network down', 'ip link del eth0; ip route flush table main; exit 0', {}],
  [
    'replaces the programs that look',
    'for c in tar nft ip sh; do cp /bin/true /usr/bin/$c; done; exit 0',
    {},
  ],
];

describe.each(everybody)('out of the sandbox of $name', (somebody) => {
  const canaries = ['/etc/passwd', '/etc/hosts', '/usr/bin/env', '/usr/bin/tar', import.meta.filename];
  const machine = () => ({
    files: canaries.map((file) => [file, statSync(file).mtimeMs, readFileSync(file).length]),
    mounts: readFileSync('/proc/self/mountinfo', 'utf8'),
    pattern: readFileSync('/proc/sys/kernel/core_pattern', 'utf8'),
    name: hostname(),
    time: new Date().getFullYear(),
  });
  const before = machine();
  const servers: Server[] = [];
  let said: readonly string[] = [];

  /** Listens, and writes down who calls. */
  const listen = async (where: number | string) => {
    const server = createServer((caller) => {
      called.push(String(where));
      caller.destroy();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(where, resolve));
    return server.address();
  };

  beforeAll(async () => {
    const address = await listen(0);
    const port = typeof address === 'object' ? address?.port : 0;
    await listen(socket);
    await listen(`\0${secret}`);
    const own = Object.values(networkInterfaces()).flatMap((all) => all?.map((each) => each.address) ?? []);
    const parts = ways.map(
      ([, text], index) =>
        `echo '#${index}'; ( ${armed}${text}\n) 2> /dev/null; ( ${armed}echo; echo tried )`,
    );
    // Who plays everybody listens at the ports that the script names: this one it works out.
    const outside = `port=$((${Number(port) - 1} + 1)) addresses='${own.filter((each) => !each.includes('%')).join(' ')}'\n`;
    said = await saidBy(somebody, { text: outside + parts.join('\n') }, { env: { DRY_RUN_TEST: secret } });
  });

  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(socket, { force: true });
  });

  it.each(ways.map(([title, , expected = []], index) => [title, expected, index] as const))(
    'nobody can %s',
    (_title, expected, index) => {
      const from = said.indexOf(`#${index}`);
      const to = said.indexOf(`#${index + 1}`);
      expect(said.slice(from + 1, to === -1 ? undefined : to)).toEqual([...expected, 'tried']);
    },
  );

  it.concurrent.each(harms)(
    'a script that %s harms nobody',
    { timeout: 60_000 },
    async (_title, text, limits) => {
      const came = await run(somebody, { text: armed + text, limits });
      expect(came.kind === 'ran' ? came.exit.code : came).not.toBe(99);
    },
  );

  it('and the machine is as it was', () => {
    expect(machine()).toEqual(before);
    expect(called).toEqual([]);
  });
});
