import type { Call, Processor } from './processor';

/** What the kernel says to whoever makes a call that is forbidden. */
const errors = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 } as const;

/**
 * Calls that no response needs, and what they lead to. Most of them the kernel refuses to the sandbox's root anyway: this is
 * a second wall, and the only one around keys and around memory that is counted nowhere.
 */
const forbidden: readonly (readonly [error: keyof typeof errors, calls: readonly Call[]])[] = [
  // As if the kernel had been built without them, so that a program tries something else.
  [
    'ENOSYS',
    [
      // The user's keys and tokens.
      ...(['keyctl', 'add_key', 'request_key'] as const),
      // Large parts of the kernel, with a history of holes.
      ...(['io_uring_setup', 'io_uring_enter', 'io_uring_register', 'userfaultfd'] as const),
      // Memory that belongs to no process.
      ...(['memfd_create', 'memfd_secret', 'shmget', 'msgget'] as const),
    ],
  ],
  [
    'EPERM',
    [
      ...(['bpf', 'perf_event_open', 'open_by_handle_at', 'lookup_dcookie', 'setns'] as const),
      // Everything is mounted before a script begins.
      ...(['mount', 'umount2', 'pivot_root', 'move_mount', 'open_tree', 'open_tree_attr'] as const),
      ...(['mount_setattr', 'fsopen', 'fsconfig', 'fsmount', 'fspick'] as const),
      // The machine as a whole.
      ...(['kexec_load', 'kexec_file_load', 'init_module', 'finit_module', 'delete_module'] as const),
      ...(['reboot', 'swapon', 'swapoff', 'acct', 'quotactl', 'quotactl_fd', 'syslog'] as const),
    ],
  ],
];

/**
 * The kinds of sockets that there are: local ones, IPv4, IPv6, the kernel's own and raw ones of the sandbox's network. All
 * others (vsock, Bluetooth, AF_ALG …) lead out of it, to the machine's own, or into parts of the kernel that nobody needs.
 */
const families = [1, 2, 10, 16, 17];

/** Instructions of the kernel's packet filter (linux/filter.h). */
const [LOAD, EQUAL, AT_LEAST, JUMP, RETURN] = [0x20, 0x15, 0x35, 0x05, 0x06];

/** Where things are in what a filter looks at (struct seccomp_data). */
const [NUMBER, ARCHITECTURE, ARGUMENT] = [0, 4, 16];

const [KILL, ERROR, ALLOW] = [0x80000000, 0x00050000, 0x7fff0000];

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

/** The filter that every script runs behind, as the kernel takes it: an array of struct sock_filter. */
export function filterFor({ audit, others, calls }: Processor): Buffer {
  const fails = (error: keyof typeof errors): Instruction => [RETURN, 0, 0, ERROR | errors[error]];
  /** Returns `then` where what is loaded is one of these. */
  const where = (values: readonly number[], then: Instruction): readonly Instruction[] => [
    ...values.map((value, at): Instruction => [EQUAL, values.length - at, 0, value]),
    [JUMP, 0, 0, 1],
    then,
  ];
  return bytes([
    [LOAD, 0, 0, ARCHITECTURE],
    // A program of another architecture makes other calls by the same numbers.
    [EQUAL, 1, 0, audit],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, NUMBER],
    ...(others === undefined ? [] : ([[AT_LEAST, 0, 1, others], fails('ENOSYS')] as const)),
    ...forbidden.flatMap(([error, named]) =>
      where(
        named.map((call) => calls[call]),
        fails(error),
      ),
    ),
    [EQUAL, 1, 0, calls.socket],
    [RETURN, 0, 0, ALLOW],
    [LOAD, 0, 0, ARGUMENT],
    ...where(families, [RETURN, 0, 0, ALLOW]),
    fails('EAFNOSUPPORT'),
  ]);
}

function bytes(instructions: readonly Instruction[]): Buffer {
  const all = Buffer.alloc(instructions.length * 8);
  for (const [index, [code, ifTrue, ifFalse, value]] of instructions.entries()) {
    all.writeUInt16LE(code, index * 8);
    all.writeUInt8(ifTrue, index * 8 + 2);
    all.writeUInt8(ifFalse, index * 8 + 3);
    all.writeUInt32LE(value, index * 8 + 4);
  }
  return all;
}
