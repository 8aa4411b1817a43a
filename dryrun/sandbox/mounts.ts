import { readFileSync } from 'node:fs';
import { isIn } from './layers';

/** A file system, or a part of one, that is mounted somewhere. */
export interface Mount {
  readonly at: string;
  /** As the kernel shows them: `ro,nosuid,relatime`. */
  readonly options: readonly string[];
}

/** Everything that is mounted in this process's own view of the machine. */
export function mounts(): readonly Mount[] {
  return mountsIn(readFileSync('/proc/self/mountinfo', 'utf8'));
}

/** Reads proc_pid_mountinfo(5): blanks in a path are written in octal there. */
export function mountsIn(mountinfo: string): readonly Mount[] {
  return mountinfo
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '))
    .map(([, , , , at = '', options = '']) => ({
      at: at.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
      options: options.split(','),
    }));
}

/** The mount that a path lies in; of several at the same place, the one that is seen. */
export function mountOf(all: readonly Mount[], path: string): Mount | undefined {
  return all
    .filter(({ at }) => at === '/' || isIn(at, path))
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.at.length >= best.at.length ? mount : best),
      undefined,
    );
}
