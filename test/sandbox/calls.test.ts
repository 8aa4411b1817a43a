import { describe, expect, it } from 'vitest';
import { type Call, processorHere } from '../../dryrun/sandbox/processor';
import { everybody, said, within } from './machine';

/** A number that the kernel has for a call. */
function number(call: Call): number {
  const processor = processorHere();
  if (!processor) throw new Error(`no sandbox on ${process.arch}`);
  return processor.calls[call];
}

/** Calls that would lead out, or into what is counted nowhere, as Perl makes them. */
const ways: readonly (readonly [title: string, call: Call, words: string])[] = [
  ['call the machine by vsock', 'socket', '40, 1, 0'],
  ['use the kernel’s encryption', 'socket', '38, 5, 0'],
  ['use Bluetooth', 'socket', '31, 3, 1'],
  ['join a keyring', 'keyctl', '1, 0'],
  ['ask for a key', 'keyctl', '0, -4, 1'],
  ['set up io_uring', 'io_uring_setup', '8, my $a = "\\0" x 120'],
  ['catch its own page faults', 'userfaultfd', '1'],
  ['load a program into the kernel', 'bpf', '5, my $a = "\\0" x 120, 120'],
  ['watch the processor', 'perf_event_open', 'my $a = "\\0" x 120, 0, -1, -1, 0'],
  ['take memory that no file has', 'memfd_create', 'my $a = "x", 0'],
  ['take memory that is hidden', 'memfd_secret', '0'],
  ['take shared memory of System V', 'shmget', '0, 4096, 01600'],
  ['make a queue of System V', 'msgget', '0, 01600'],
  ['mount a file system', 'fsopen', 'my $a = "tmpfs", 0'],
  ['copy a mount', 'open_tree', '-100, my $a = "/usr", 1'],
  ['read the kernel’s log', 'syslog', '3, my $a = "\\0" x 120, 120'],
  ['load another kernel', 'kexec_load', '0, 0, 0, 0'],
  ['end the machine', 'reboot', '0, 0, 0, 0'],
];

const text = [
  `cat > /tmp/try.pl << 'END'`,
  ...ways.map(([title, call, words]) => `print "${title}\\n" if syscall(${number(call)}, ${words}) >= 0;`),
  'END',
  'perl /tmp/try.pl; echo tried; grep -e ^Seccomp: -e ^NoNewPrivs /proc/self/status',
].join('\n');

/** Put in place of every program that had a part in the start. */
const thief = '#!/bin/bash\\necho stolen >> /tmp/stolen\\n';

describe.each(everybody)('the script of $name', (somebody) => {
  const nothing = ['tried', 'NoNewPrivs:\t1', 'Seccomp:\t2'];

  it('makes none of the calls that lead out', async () => {
    expect(await said(somebody, { text })).toEqual(nothing);
  });

  it('makes none of them where the machine has no Perl', async () => {
    const python = text.replace(/cat > .*/s, '').concat(
      `python3 -c '
import ctypes
calls = ctypes.CDLL(None).syscall
for title, call, words in ${JSON.stringify(
        ways
          .filter(([, , words]) => !words.includes('my'))
          .map(([title, call, words]) => [
            title,
            number(call),
            words.split(', ').map((word) => (word === '01600' ? 896 : Number(word))),
          ]),
      )}:
    if calls(call, *words) >= 0: print(title)
'; echo tried; grep -e ^Seccomp: -e ^NoNewPrivs /proc/self/status`,
    );
    const surroundings = { within: within('mount --bind /etc/passwd "$(realpath "$(command -v perl)")"') };
    expect(await said(somebody, { text: python }, surroundings)).toEqual(nothing);
  });

  it('has no part in how it is started again', async () => {
    const steal = [
      'cat /tmp/stolen 2> /dev/null; grep -e ^CapBnd -e ^Seccomp: /proc/self/status',
      `for c in sh perl python3 setpriv nsenter prlimit env mount; do printf '${thief}' > /usr/bin/$c; chmod 755 /usr/bin/$c; done`,
    ].join('\n');
    const lines = await said(somebody, { text: steal, starts: 2 });
    expect(lines).toHaveLength(4);
    expect(lines.slice(2)).toEqual(lines.slice(0, 2));
  });

  it('cannot change what a later start is held by', async () => {
    const text =
      'cd /; rm -rf /var/ossec/logs; exec -a x cat /proc/self/limits | grep -c -e "Max processes *128 " -e "Max open files *1024 "';
    expect(await said(somebody, { text, starts: 2 })).toEqual(['2', '2']);
  });
});
