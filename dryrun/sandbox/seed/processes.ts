import { cutDown } from '../powers';

/** A process that runs on the host from the start, and does nothing. */
export interface HostProcess {
  readonly pid: number;
  /** Its command line, as `ps` shows it. */
  readonly name: string;
}

/** The argument that `startProcesses` takes: the lower numbers first, since the kernel counts upwards. */
export function processTable(processes: readonly HostProcess[]): string {
  return processes
    .toSorted((one, other) => one.pid - other.pid)
    .map(({ pid, name }) => `${pid} ${name.replaceAll(/[^ -~]+/g, ' ').trim() || 'sleep'}\n`)
    .join('');
}

/**
 * Lines of sh that open descriptor 8 on what tells the kernel which number it gave out last, while that can be written to,
 * and 7 on a pipe into which nobody writes. The kernel is told in the namespace of whoever writes.
 */
export const openNumbers = `if [ -n "$processes" ] && [ -w /proc/sys/kernel/ns_last_pid ]; then
  exec 8> /proc/sys/kernel/ns_last_pid
  mkfifo nothing
  exec 7<> nothing
  rm nothing
else
  processes=
fi`;

/**
 * Lines of sh that start the processes of the table: each waits for a line that nobody writes. Where the kernel does not
 * let a number be chosen, there are none.
 */
export const startProcesses = `if [ -n "$processes" ]; then
  while read -r pid name; do
    [ -n "$pid" ] && echo $((pid - 1)) > /proc/self/fd/8 || continue
    ${cutDown.join(' ')} bash --norc -c 'exec -a "$0" cat' "$name" <&7 > /dev/null 2>&1 7>&- 8>&- 9>&- &
    tries=0
    until read -r runs < "/proc/$!/comm" && [ "$runs" = cat ] || [ $((tries += 1)) -gt 10000 ]; do :; done
  done 2> /dev/null << END
$processes
END
  # Those of the script get numbers of their own, not the next ones.
  echo 1 > /proc/self/fd/8 2> /dev/null || :
  exec 7>&- 8>&-
fi`;
