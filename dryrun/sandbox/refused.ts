import { readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
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
  const words = said.trim().split('\n').slice(-2).join(' ');
  const missing = /spawn (\S+) ENOENT|(\S+): (?:command )?not found/.exec(said);
  if (missing) {
    const name = missing[1] ?? missing[2] ?? '';
    return new SandboxRefused(
      t('The sandbox needs the command {0}, which is not here.', name),
      t('Install the package util-linux (and tar).'),
    );
  }
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
