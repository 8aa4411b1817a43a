/**
 * What stays of root's powers. Not among them: mounting (SYS_ADMIN), looking into other processes (SYS_PTRACE), and all
 * that concerns the machine as a whole.
 */
const powers = [
  ...['chown', 'dac_override', 'dac_read_search', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setfcap'],
  ...['net_bind_service', 'net_admin', 'net_raw', 'mknod', 'audit_write'],
];

/** Words that run a command, which stands behind them, with these powers alone. */
export const cutDown: readonly string[] = [
  'setpriv',
  '--no-new-privs',
  `--bounding-set=-all,${powers.map((power) => `+${power}`).join(',')}`,
  '--',
];
