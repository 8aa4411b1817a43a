import { describe, expect, it } from 'vitest';
import { refused } from './refused';

/** What programs say that fail, and what of it is told. */
const cases: readonly (readonly [said: string, reason: string, wayOut: string])[] = [
  ['spawn unshare ENOENT', 'needs the command unshare', 'util-linux'],
  ['sh: 5: tar: not found', 'needs the command tar', 'tar'],
  ['unshare: unshare failed: Operation not permitted', 'refuses the namespaces', ''],
  ['unshare: write failed /proc/self/uid_map: Operation not permitted', 'refuses the namespaces', ''],
  ['mount: /sys/root/proc: permission denied.', 'covers parts of /proc', 'container'],
  [
    'mount: /sys/root/proc: permission denied.\n       dmesg(1) may have more information after failed mount system call.',
    'covers parts of /proc',
    '',
  ],
  [
    'mount: /sys/root/usr: wrong fs type, bad option, bad superblock on overlay, missing codepage or helper program, or other error.\n       dmesg(1) may have more information after failed mount system call.',
    'lays no overlay over /usr',
    '5.11',
  ],
  [
    'tar: seed/usr: Cannot mkdir: No space left on device',
    'could not be set up: tar: seed/usr',
    'not the script’s fault',
  ],
];

describe('why there is no sandbox', () => {
  it.each(cases)('%s', (said, reason, wayOut) => {
    const told = refused(said);
    expect(told.reason).toContain(reason);
    expect(told.wayOut).toContain(wayOut);
    expect(told.reason).not.toContain('dmesg');
  });
});
