import { readdirSync, readFileSync } from 'node:fs';
import { reading } from './reading';

/** Where the system's own programs are looked for. Nothing of the user's is run. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment of every program in and around the sandbox: made up, not inherited. */
export const environment: Readonly<Record<string, string>> = { PATH: SYSTEM_PATH, LANG: 'C.UTF-8' };

/** uid and gid that root takes before it makes a sandbox: `nobody`. */
export const ORDINARY = 65_534;

/**
 * Words that run a command as an ordinary user, with no descriptors but those it is given.
 *
 * A user namespace is no wall around root: mapped or not, it is the machine's root to every file that asks for the
 * owner. So root steps down first. And descriptors that this process was itself given by whoever started it would go on
 * to every child.
 * @param given descriptors above 2 that the command is to have
 */
export function asOrdinary(command: readonly string[], given: readonly number[] = []): readonly string[] {
  if (process.platform !== 'linux') return command;
  const words =
    process.getuid?.() === 0
      ? ['setpriv', `--reuid=${ORDINARY}`, `--regid=${ORDINARY}`, '--clear-groups', '--', ...command]
      : command;
  return withoutInherited(words, given);
}

/**
 * Words that run a command with no descriptors but those it is given.
 * @param given descriptors above 2 that the command is to have
 */
export function withoutInherited(words: readonly string[], given: readonly number[] = []): readonly string[] {
  const closed = inherited().filter((fd) => !given.includes(Number(fd)));
  if (closed.length === 0) return words;
  const close = 'until [ "$1" = -- ]; do eval "exec $1>&-"; shift; done; shift; exec "$@"';
  // Without its rc: bash takes a socket at its stdin for a remote login, and would read it.
  return ['bash', '--norc', '-c', close, 'bash', ...closed, '--', ...words];
}

/** Descriptors that this process was given; it opens none of its own that go to children. */
const inherited = reading(
  () => readdirSync('/proc/self/fd').filter((fd) => Number(fd) > 2 && goesToChildren(fd)),
  1000,
);

/** O_CLOEXEC in the flags of a descriptor, which are octal. */
const CLOSED_FOR_CHILDREN = 0o2000000;

function goesToChildren(fd: string): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? '0';
    return (Number.parseInt(flags, 8) & CLOSED_FOR_CHILDREN) === 0;
  } catch {
    // It was the descriptor of the listing itself.
    return false;
  }
}
