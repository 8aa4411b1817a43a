/** What the kernel calls the machine's processor, and how it numbers its calls. */
export interface Processor {
  /** AUDIT_ARCH_*, see linux/audit.h. */
  readonly audit: number;
  /** Numbers from here on are another way to call the same kernel; undefined where there is none. */
  readonly others?: number;
  readonly calls: Readonly<Record<Call, number>>;
}

/** System calls that the sandbox makes or forbids. */
export type Call = (typeof names)[number];

const names = [
  ...(['socket', 'prctl', 'setrlimit', 'setns', 'seccomp', 'keyctl', 'add_key', 'request_key'] as const),
  ...([
    'mount',
    'umount2',
    'pivot_root',
    'move_mount',
    'open_tree',
    'open_tree_attr',
    'mount_setattr',
  ] as const),
  ...([
    'fsopen',
    'fsconfig',
    'fsmount',
    'fspick',
    'open_by_handle_at',
    'swapon',
    'swapoff',
    'quotactl',
  ] as const),
  ...(['quotactl_fd', 'acct', 'reboot', 'syslog', 'kexec_load', 'kexec_file_load', 'init_module'] as const),
  ...(['finit_module', 'delete_module', 'bpf', 'perf_event_open', 'userfaultfd', 'lookup_dcookie'] as const),
  ...(['io_uring_setup', 'io_uring_enter', 'io_uring_register', 'memfd_create', 'memfd_secret'] as const),
  ...(['shmget', 'msgget'] as const),
] as const;

/** Those that have one number on every processor. */
const newer = {
  io_uring_setup: 425,
  io_uring_enter: 426,
  io_uring_register: 427,
  open_tree: 428,
  move_mount: 429,
  fsopen: 430,
  fsconfig: 431,
  fsmount: 432,
  fspick: 433,
  mount_setattr: 442,
  quotactl_fd: 443,
  memfd_secret: 447,
  open_tree_attr: 467,
};

/** The numbers of every processor that came late to Linux (asm-generic/unistd.h). */
const generic = {
  ...newer,
  lookup_dcookie: 18,
  umount2: 39,
  mount: 40,
  pivot_root: 41,
  quotactl: 60,
  acct: 89,
  kexec_load: 104,
  init_module: 105,
  delete_module: 106,
  syslog: 116,
  reboot: 142,
  setrlimit: 164,
  prctl: 167,
  msgget: 186,
  shmget: 194,
  socket: 198,
  add_key: 217,
  request_key: 218,
  keyctl: 219,
  swapon: 224,
  swapoff: 225,
  perf_event_open: 241,
  open_by_handle_at: 265,
  setns: 268,
  finit_module: 273,
  seccomp: 277,
  memfd_create: 279,
  bpf: 280,
  userfaultfd: 282,
  kexec_file_load: 294,
};

/** By Node's names. */
const processors: Readonly<Record<string, Processor>> = {
  x64: {
    audit: 0xc000003e,
    // x32.
    others: 0x40000000,
    calls: {
      ...newer,
      shmget: 29,
      socket: 41,
      msgget: 68,
      syslog: 103,
      pivot_root: 155,
      prctl: 157,
      setrlimit: 160,
      acct: 163,
      mount: 165,
      umount2: 166,
      swapon: 167,
      swapoff: 168,
      reboot: 169,
      init_module: 175,
      delete_module: 176,
      quotactl: 179,
      lookup_dcookie: 212,
      kexec_load: 246,
      add_key: 248,
      request_key: 249,
      keyctl: 250,
      perf_event_open: 298,
      open_by_handle_at: 304,
      setns: 308,
      finit_module: 313,
      seccomp: 317,
      memfd_create: 319,
      kexec_file_load: 320,
      bpf: 321,
      userfaultfd: 323,
    },
  },
  arm64: { audit: 0xc00000b7, calls: generic },
  riscv64: { audit: 0xc00000f3, calls: generic },
};

/** Undefined for a processor whose calls nobody has written down here. */
export function processorHere(arch: string = process.arch): Processor | undefined {
  return processors[arch];
}
