import type { Layer } from './layers';

/** Where the sandbox is built, in its own mount namespace: a tmpfs over the machine's /tmp. */
export const BUILD = '/tmp';

/** Devices without which programs do not run; there are no others. */
export const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];

/** Parts of /proc that speak for the whole machine, not for the sandbox. */
const readOnly = ['sys', 'irq', 'bus', 'fs', 'sysrq-trigger'];

/**
 * Everything that is mounted in the sandbox, in the form of fstab(5), for one `mount --all`.
 * @param hidden folders of the user that lie below a machine folder that shows through: an empty one takes their place
 * @param present whether the machine has a path
 */
export function mountTable(
  layers: readonly Layer[],
  hidden: readonly string[],
  present: (path: string) => boolean,
): string {
  const root = `${BUILD}/root`;
  const rows: (readonly [source: string, target: string, type: string, options: string])[] = [
    ...layers.map(({ name, at, machine }) => {
      const lower = `${BUILD}/seed/${name}${machine ? `:${at}` : ''}`;
      const options = `userxattr,lowerdir=${lower},upperdir=${BUILD}/up/${name},workdir=${BUILD}/work/${name}`;
      return ['overlay', at === '/' ? root : root + at, 'overlay', options] as const;
    }),
    ...hidden.map((path) => ['tmpfs', root + path, 'tmpfs', 'size=1m,mode=755'] as const),
    ['proc', `${root}/proc`, 'proc', 'nosuid,nodev,noexec'],
    ...readOnly
      .filter((name) => present(`/proc/${name}`))
      .map((name) => [`${root}/proc/${name}`, `${root}/proc/${name}`, 'none', 'bind,ro'] as const),
    ...devices.map((name) => [`/dev/${name}`, `${root}/dev/${name}`, 'none', 'bind'] as const),
  ];
  return rows.map((row) => `${row.map(escaped).join(' ')} 0 0\n`).join('');
}

/** fstab(5) separates by blanks; those in a path are written in octal. */
function escaped(field: string): string {
  return field.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
