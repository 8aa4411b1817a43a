import { existsSync, readFileSync } from 'node:fs';
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
    ...['/home', '/mnt', '/media', '/run', '/sys', '/proc', '/dev', '/run/lock', '/run/mount'].map((path) =>
      folder(path),
    ),
    // Where programs look for rules of the host's own: a container may lack what they belong to.
    ...['udev/rules.d', 'modprobe.d', 'sysctl.d', 'cron.d', 'profile.d']
      .map((path) => `/etc/${path}`)
      .filter((path) => !existsSync(path))
      .map((path) => folder(path)),
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
    ...['passwd-', 'shadow-', 'group-', 'gshadow-', 'subuid-', 'subgid-'].map(
      (name): Entry => ({ kind: 'nothing', path: `/etc/${name}` }),
    ),
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
