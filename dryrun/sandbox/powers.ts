/**
 * What stays of root's powers, by their numbers in linux/capability.h. Not among them: mounting (SYS_ADMIN), looking into
 * other processes (SYS_PTRACE), and all that concerns the machine as a whole.
 */
const powers = {
  ...{ chown: 0, dac_override: 1, dac_read_search: 2, fowner: 3, fsetid: 4, kill: 5, setgid: 6, setuid: 7 },
  ...{ net_bind_service: 10, net_admin: 12, net_raw: 13, mknod: 27, audit_write: 29, setfcap: 31 },
};

/** Words that run a command, which stands behind them, with these powers alone. */
export const cutDown: readonly string[] = [
  'setpriv',
  '--no-new-privs',
  `--bounding-set=-all,${Object.keys(powers)
    .map((power) => `+${power}`)
    .join(',')}`,
  '--',
];

/**
 * The powers that are taken away.
 * @param last the last one that the kernel knows
 */
export function takenAway(last: number): readonly number[] {
  const kept = new Set<number>(Object.values(powers));
  return Array.from({ length: last + 1 }, (_, power) => power).filter((power) => !kept.has(power));
}
