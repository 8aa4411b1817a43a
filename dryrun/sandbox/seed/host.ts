import { readFileSync } from 'node:fs';
import { devices } from '../mount-table';
import { type Entry, file, folder } from './entry';

/** Accounts that everybody expects, besides the machine's own system accounts. */
const people = ['alice', 'bob'];

/** First uid and gid of the people made up. */
const FIRST_UID = 1000;

/** A password's hash in its form; no password has it. */
const HASH = '$y$j9T$dryrundryrundryrundry$0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';

/** Day of the last change of each password, since 1970. */
const CHANGED = 19_000;

/** Folders that every host has. */
const atTheTop = '/home /mnt /media /opt /srv /boot /run /sys /proc /dev /run/lock /run/mount'.split(' ');

/** In /etc: where programs look for settings of the host's own. */
const inEtc =
  'apt audit/rules.d cron.d cron.daily cron.hourly cron.weekly default init.d iptables logrotate.d modprobe.d network nftables.d profile.d rsyslog.d security ssh ssl/certs sudoers.d sysconfig sysctl.d systemd/system udev/rules.d'.split(
    ' ',
  );

/** In /var. */
const inVar =
  'backups cache lib lib/misc local log log/audit mail opt spool spool/cron spool/cron/crontabs spool/mail www www/html'.split(
    ' ',
  );

/**
 * The made-up host: accounts with passwords that can be locked, hosts files, homes. Nothing of the user's own is in it.
 * @param users more accounts that a script may look for: those that the alert names
 * @param nameserver its address: asking it is seen
 */
export function host(users: readonly string[], nameserver: string): readonly Entry[] {
  const system = systemAccounts();
  const taken = new Set(system.map((line) => line.split(':', 1)[0]));
  const named = [...people, ...users.filter((name) => !people.includes(name))].filter(
    (name) => !taken.has(name),
  );
  const accounts = named.map((name, index) => ({ name, id: FIRST_UID + index }));
  const lines = (rows: readonly string[]) => `${rows.join('\n')}\n`;
  return [
    ...[...atTheTop, ...inEtc.map((name) => `/etc/${name}`), ...inVar.map((name) => `/var/${name}`)].map(
      (path) => folder(path),
    ),
    ...['run', 'lock'].map(
      (name): Entry => ({
        kind: 'link',
        path: `/var/${name}`,
        target: name === 'run' ? '/run' : '/run/lock',
      }),
    ),
    folder('/root', 0o700),
    // What the devices are mounted on.
    ...devices.map((name) => file(`/dev/${name}`, '', 0o666)),
    ...['fd', 'stdin', 'stdout', 'stderr'].map(
      (name, index): Entry => ({
        kind: 'link',
        path: `/dev/${name}`,
        target: name === 'fd' ? '/proc/self/fd' : `/proc/self/fd/${index - 1}`,
      }),
    ),
    ...['/tmp', '/var/tmp', '/dev/shm'].map((path) => folder(path, 0o1777)),
    ...accounts.flatMap(({ name }) => [folder(`/home/${name}`), file(`/home/${name}/.profile`, '')]),
    file(
      '/etc/passwd',
      lines([...system, ...accounts.map(({ name, id }) => `${name}:x:${id}:${id}::/home/${name}:/bin/bash`)]),
    ),
    file(
      '/etc/shadow',
      lines([
        ...system.map((line) => `${line.split(':', 1)[0]}:*:${CHANGED}:0:99999:7:::`),
        ...accounts.map(({ name }) => `${name}:${HASH}:${CHANGED}:0:99999:7:::`),
      ]),
      0o640,
    ),
    file('/etc/group', lines([...systemGroups(), ...accounts.map(({ name, id }) => `${name}:x:${id}:`)])),
    file(
      '/etc/gshadow',
      lines([
        ...systemGroups().map((line) => `${line.split(':', 1)[0]}:*::`),
        ...accounts.map(({ name }) => `${name}:!::`),
      ]),
      0o640,
    ),
    file('/etc/.pwd.lock', '', 0o600),
    ...['subuid', 'subgid'].map((name) =>
      file(
        `/etc/${name}`,
        lines(accounts.map(({ name: own }, at) => `${own}:${100_000 + at * 65_536}:65536`)),
      ),
    ),
    // Files that every host has, and that a script may look into or add to.
    ...['environment', 'fstab', 'motd', 'profile', 'sysctl.conf', 'crontab'].map((name) =>
      file(`/etc/${name}`, ''),
    ),
    file('/etc/machine-id', `${'0123456789abcdef'.repeat(2)}\n`, 0o444),
    file('/etc/ssh/sshd_config', '# No AllowUsers, no DenyUsers: everybody may log in.\nUsePAM yes\n'),
    file('/etc/hostname', 'agent01\n'),
    file('/etc/hosts', '127.0.0.1 localhost agent01\n::1 localhost ip6-localhost\n'),
    file('/etc/resolv.conf', `nameserver ${nameserver}\noptions attempts:2 timeout:2\n`),
    file('/etc/hosts.allow', '# /etc/hosts.allow: list of hosts that are allowed to access the system.\n'),
    file('/etc/hosts.deny', '# /etc/hosts.deny: list of hosts that are not allowed to access the system.\n'),
  ];
}

/** Lines of /etc/passwd of the machine's system accounts (uid below 1000, and nobody): everybody may read them. */
function systemAccounts(): readonly string[] {
  const wazuh = 'wazuh:x:995:995::/var/ossec:/sbin/nologin';
  const root = 'root:x:0:0:root:/root:/bin/bash';
  const own = linesOf('/etc/passwd').filter((line) => isSystem(line) && !/^(?:root|wazuh):/.test(line));
  return [root, ...own, wazuh];
}

function systemGroups(): readonly string[] {
  return [
    ...linesOf('/etc/group').filter((line) => isSystem(line) && !line.startsWith('wazuh:')),
    'wazuh:x:995:',
  ].map(
    // Without members: they may be people.
    (line) => line.replace(/:[^:]*$/, ':'),
  );
}

function isSystem(line: string): boolean {
  const id = Number(line.split(':')[2]);
  return Number.isInteger(id) && (id < FIRST_UID || id === 65_534);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
