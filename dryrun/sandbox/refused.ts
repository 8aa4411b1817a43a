import { readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { BUILD } from './mount-table';
import { SandboxRefused } from './sandbox';

/** A switch of the kernel that forbids ordinary users what the sandbox is made of. */
interface Switch {
  readonly name: string;
  readonly forbids: (value: string) => boolean;
  readonly wayOut: string;
}

const switches: readonly Switch[] = [
  {
    name: 'kernel.apparmor_restrict_unprivileged_userns',
    forbids: (value) => value === '1',
    wayOut: 'kernel.apparmor_restrict_unprivileged_userns=0',
  },
  {
    name: 'user.max_user_namespaces',
    forbids: (value) => value === '0',
    wayOut: 'user.max_user_namespaces=15000',
  },
  {
    name: 'kernel.unprivileged_userns_clone',
    forbids: (value) => value === '0',
    wayOut: 'kernel.unprivileged_userns_clone=1',
  },
];

/**
 * Why there is no sandbox, and what can be done: names the switch where one is set.
 * @param said what the program that failed printed
 */
export function refused(said: string): SandboxRefused {
  const words = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('dmesg(1)'))
    .slice(-2)
    .join(' ');
  const missing = /spawn (\S+) ENOENT|(\S+): (?:command )?not found/.exec(said);
  if (missing) {
    const name = missing[1] ?? missing[2] ?? '';
    return new SandboxRefused(
      t('The sandbox needs the command {0}, which is not here.', name),
      t('Install the package util-linux (and tar).'),
    );
  }
  const [, place = '/'] = new RegExp(`mount: ${BUILD}/root(/\\S*)?: .*\\boverlay\\b`).exec(said) ?? [];
  if (/^mount: .*\boverlay\b/m.test(said))
    return new SandboxRefused(
      t('This system’s kernel lays no overlay over {0}: {1}', place, words),
      t('An ordinary user may do that since Linux 5.11, over file systems such as ext4, xfs and btrfs.'),
    );
  if (new RegExp(`^mount: ${BUILD}/root/proc: `, 'm').test(said))
    return new SandboxRefused(
      t('This system covers parts of /proc, so that no new one may be made: {0}', words),
      t(
        'A container engine does so: run the container with an uncovered /proc (for Docker: --security-opt systempaths=unconfined), or use a virtual machine.',
      ),
    );
  if (!/^(?:unshare|setpriv|nsenter): /m.test(said))
    return new SandboxRefused(
      t('The sandbox could not be set up: {0}', words),
      t('That is not the script’s fault. Look at what the system says there.'),
    );
  const set = switches.find(({ name, forbids }) => forbids(sysctl(name)));
  return new SandboxRefused(
    t('This system refuses the namespaces that the sandbox is made of: {0}', words),
    set
      ? t('An administrator can allow them: sysctl -w {0}', set.wayOut)
      : t('In a container, run it with user namespaces allowed, or use a virtual machine.'),
  );
}

/** The value of a sysctl; empty where the kernel has none of that name. */
function sysctl(name: string): string {
  try {
    return readFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8').trim();
  } catch {
    return '';
  }
}
