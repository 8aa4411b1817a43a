import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import type { Limits } from './limits';
import { takenAway } from './powers';
import { type Call, type Processor, processorHere } from './processor';
import { SYSTEM_PATH } from './programs';
import { reading } from './reading';
import { SandboxRefused } from './sandbox';
import { filterFor } from './seccomp';

/**
 * The way into a sandbox that stands: a small program that makes system calls in a given order, forks, and becomes the
 * script. It is the machine's own and is started outside, so that nothing in there has a part in it. No compiler is
 * needed: Debian and Ubuntu always have Perl, and most other systems Python.
 *
 * Where the machine runs out of memory, the script is to go first. Arguments: files to open, one a blank; calls, one a line; the filter in hex; folder; program. A call is `!` where it must
 * go well, its number, its arguments: a number, `x` and bytes in hex, `f` and the number of a file, `filter`.
 */
interface Interpreter {
  readonly name: string;
  readonly options: readonly string[];
  readonly text: string;
}

const perl = `use strict;
my ($files, $calls, $filter, $folder, $program) = @ARGV;
my @files = map { open(my $file, '<', $_) or die "$_: $!\\n"; $file } split / /, $files;
$filter = pack 'H*', $filter;
my $code = pack 'S x6 P', length($filter) / 8, $filter;
if (open my $first, '>', '/proc/self/oom_score_adj') { print $first 1000; close $first }
for my $call (split /\\n/, $calls) {
  my ($must, $number, @words) = split / /, $call;
  my @values = map { /^x(.*)/ ? pack('H*', $1) : /^f(\\d+)/ ? fileno($files[$1]) : $_ eq 'filter' ? $code : $_ + 0 } @words;
  die "the sandbox's door: $call: $!\\n" if syscall($number + 0, @values) < 0 && $must eq '!';
}
my $child = fork;
die "the sandbox's door: $!\\n" unless defined $child;
if ($child == 0) {
  chdir $folder or die "$folder: $!\\n";
  exec { $program } $program;
  my $none = $!{ENOENT} ? 127 : 126;
  print STDERR "sh: 1: exec: $program: ", $none == 127 ? 'not found' : $!, "\\n";
  require POSIX;
  POSIX::_exit($none);
}
close STDIN; close STDOUT; close STDERR;
waitpid $child, 0;
kill $? & 127, $$ if $? & 127;
exit $? >> 8;
`;

const python = `import ctypes, os, signal, sys
files, calls, filter, folder, program = sys.argv[1:]
files = [os.open(file, os.O_RDONLY | os.O_CLOEXEC) for file in files.split(" ")]
filter = ctypes.create_string_buffer(bytes.fromhex(filter), len(filter) // 2)
class Code(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]
code = Code(len(filter) // 8, ctypes.addressof(filter))
def value(word):
    if word[0] == "x": return ctypes.create_string_buffer(bytes.fromhex(word[1:]))
    if word == "filter": return ctypes.byref(code)
    return ctypes.c_long(files[int(word[1:])] if word[0] == "f" else int(word))
library = ctypes.CDLL(None, use_errno=True)
with open("/proc/self/oom_score_adj", "w") as first: first.write("1000")
for call in calls.split("\\n"):
    must, number, *words = call.split(" ")
    if library.syscall(ctypes.c_long(int(number)), *map(value, words)) < 0 and must == "!":
        sys.exit("the sandbox's door: %s: %s" % (call, os.strerror(ctypes.get_errno())))
child = os.fork()
if child == 0:
    try:
        for each in (signal.SIGPIPE, signal.SIGXFSZ): signal.signal(each, signal.SIG_DFL)
        os.chdir(folder)
        try: os.execv(program, [program])
        except OSError as error:
            if error.errno != 8: raise
            os.execv("/bin/sh", ["sh", program])
    except OSError as error:
        none = error.errno == 2
        os.write(2, ("sh: 1: exec: %s: %s\\n" % (program, "not found" if none else error.strerror)).encode())
        os._exit(127 if none else 126)
for each in range(3): os.close(each)
status = os.waitpid(child, 0)[1]
if os.WIFSIGNALED(status):
    try: signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
    except OSError: pass
    os.kill(os.getpid(), os.WTERMSIG(status))
os._exit(os.WEXITSTATUS(status))
`;

const interpreters: readonly Interpreter[] = [
  { name: 'perl', options: ['-e'], text: perl },
  { name: 'python3', options: ['-I', '-S', '-c'], text: python },
  // What Red Hat's own tools run on.
  { name: '/usr/libexec/platform-python', options: ['-I', '-S', '-c'], text: python },
];

/** What the way in is made of on this machine. */
export interface Door {
  readonly processor: Processor;
  /** The words that start the program, before its arguments. */
  readonly program: readonly string[];
  readonly filter: string;
}

/** The door that this machine has. Throws SandboxRefused where there can be none. */
export const door = reading((): Door => {
  const processor = processorHere();
  if (!processor)
    throw new SandboxRefused(
      t(
        'The sandbox is made for processors of 64 bits (x86-64, ARM, RISC-V), and this is another ({0}).',
        process.arch,
      ),
      t('Run the dry run on another machine.'),
    );
  if (!existsSync('/proc/sys/kernel/seccomp/actions_avail'))
    throw new SandboxRefused(
      t('This system’s kernel has no seccomp filters, which keep a script away from your keys.'),
      t('Use a kernel that is built with CONFIG_SECCOMP_FILTER, as those of all distributions are.'),
    );
  for (const { name, options, text } of interpreters) {
    const path = name.startsWith('/')
      ? name
      : SYSTEM_PATH.split(':')
          .map((folder) => `${folder}/${name}`)
          .find(mayRun);
    if (path !== undefined && mayRun(path))
      return { processor, program: [path, ...options, text], filter: filterFor(processor).toString('hex') };
  }
  throw new SandboxRefused(
    t('The sandbox needs Perl or Python 3 among the system’s own programs, and neither is here.'),
    t('Install the package perl-base, perl or python3.'),
  );
});

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The namespaces of a sandbox, in the order in which they are entered: that of users gives the right to the others. */
const namespaces = ['user', 'mnt', 'pid', 'net', 'ipc', 'uts', 'cgroup'];

/** Numbers of limits in asm-generic/resource.h. */
const [CPU, FSIZE, DATA, CORE, NPROC, NOFILE] = [0, 1, 2, 4, 6, 7];

/** KEYCTL_JOIN_SESSION_KEYRING; PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS; SECCOMP_SET_MODE_FILTER. */
const [JOIN, DROP, NO_NEW_PRIVS, SET_FILTER] = [1, 24, 38, 1];

const MEGABYTE = 1024 * 1024;

/**
 * Words that start a program of a sandbox behind everything that holds it: limits, a keyring of its own, the namespaces,
 * root's powers cut down, the filter.
 * @param first the sandbox's first process
 * @param folder in which the program starts, and to which its path is relative
 */
export function through(
  { processor, program: interpreter, filter }: Door,
  first: number,
  { processes, memory, disk, step }: Limits,
  folder: string,
  program: string,
): readonly string[] {
  const must = (call: Call, ...words: readonly (number | string)[]) =>
    ['!', processor.calls[call], ...words].join(' ');
  const limits: readonly (readonly [limit: number, most: number])[] = [
    [NPROC, processes],
    [DATA, memory * MEGABYTE],
    [FSIZE, disk * MEGABYTE],
    [CPU, Math.ceil(step / 1000)],
    [CORE, 0],
    [NOFILE, 1024],
  ];
  const last = Number(readFileSync('/proc/sys/kernel/cap_last_cap', 'utf8'));
  const calls = [
    // Where it fails there are no keyrings here; the filter keeps the script away from them as well.
    `? ${processor.calls.keyctl} ${JOIN} 0`,
    ...limits.map(([limit, most]) => must('setrlimit', limit, twice(most))),
    ...namespaces.map((_, index) => must('setns', `f${index}`, 0)),
    ...takenAway(last).map((power) => must('prctl', DROP, power, 0, 0, 0)),
    must('prctl', NO_NEW_PRIVS, 1, 0, 0, 0),
    must('seccomp', SET_FILTER, 0, 'filter'),
  ];
  const files = namespaces.map((name) => `/proc/${first}/ns/${name}`).join(' ');
  return [...interpreter, files, calls.join('\n'), filter, folder, program];
}

/** A struct rlimit: what holds now, and what it may be raised to. */
function twice(most: number): string {
  const both = Buffer.alloc(16);
  both.writeBigUInt64LE(BigInt(most), 0);
  both.writeBigUInt64LE(BigInt(most), 8);
  return `x${both.toString('hex')}`;
}
