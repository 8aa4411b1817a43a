import type { Layer } from './layers';
import { AS_THEY_ARE, type AsItIs } from './pieces';

/** Where the sandbox is built, in its own mount namespace: a tmpfs over the machine's /sys, which is never shown. */
export const BUILD = '/sys';

/** Devices without which programs do not run; there are no others. */
export const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];

/** Parts of /proc that speak for the whole machine, not for the sandbox. */
const readOnly = ['sys', 'irq', 'bus', 'fs', 'sysrq-trigger'];

/** Parts of /proc that tell of the user's keys: empty. */
const covered = ['keys', 'key-users'];

type Row = readonly [source: string, target: string, type: string, options: string];

/** Paths that can stand in the options of an overlay as they are. */
const plain = /^[\w./+@-]+$/;

/** Whether a layer is bound by its name first: its path cannot be told to an overlay. */
export function isBoundFirst({ at, machine }: Layer): boolean {
  return machine && !plain.test(at);
}

/**
 * Everything that is mounted in the sandbox, in the form of fstab(5), for one `mount --all`.
 * @param present whether the machine has a path, and as what
 */
export function mountTable(
  layers: readonly Layer[],
  asTheyAre: readonly AsItIs[],
  present: (path: string) => 'folder' | 'other' | undefined,
): string {
  const root = `${BUILD}/root`;
  const rows: readonly Row[] = [
    ...layers
      .filter(isBoundFirst)
      .map(({ name, at }) => [at, `${BUILD}/lower/${name}`, 'none', 'bind'] as const),
    ...layers.map((layer) => {
      const { name, at, machine } = layer;
      const shown = isBoundFirst(layer) ? `${BUILD}/lower/${name}` : at;
      const lower = `${BUILD}/seed/${name}${machine ? `:${shown}` : ''}`;
      const options = `userxattr,lowerdir=${lower},upperdir=${BUILD}/up/${name},workdir=${BUILD}/work/${name}`;
      return ['overlay', at === '/' ? root : root + at, 'overlay', options] as const;
    }),
    ...asTheyAre.flatMap(({ at, options, covered: inIt }) => {
      const target = root + AS_THEY_ARE + at;
      return [
        [at, target, 'none', ['rbind', 'ro', ...options].join(',')] as const,
        ...inIt.flatMap((path) => cover(root + AS_THEY_ARE + path, present(path))),
      ];
    }),
    ['proc', `${root}/proc`, 'proc', 'nosuid,nodev,noexec'],
    ...readOnly
      .filter((name) => present(`/proc/${name}`))
      .map((name) => [`${root}/proc/${name}`, `${root}/proc/${name}`, 'none', 'bind,ro'] as const),
    ...covered.flatMap((name) => cover(`${root}/proc/${name}`, present(`/proc/${name}`))),
    ...devices.map((name) => [`/dev/${name}`, `${root}/dev/${name}`, 'none', 'bind'] as const),
  ];
  return rows.map((row) => `${row.map(escaped).join(' ')} 0 0\n`).join('');
}

/** Lays something empty over what must not be seen. */
function cover(target: string, kind: 'folder' | 'other' | undefined): readonly Row[] {
  if (kind === undefined) return [];
  return kind === 'folder'
    ? [['tmpfs', target, 'tmpfs', 'ro,size=4k,mode=755']]
    : [['/dev/null', target, 'none', 'bind']];
}

/** fstab(5) separates by blanks; those in a path are written in octal. */
function escaped(field: string): string {
  return field.replace(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
