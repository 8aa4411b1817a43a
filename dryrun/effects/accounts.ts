import { onceFor } from '../../wazuh/once';
import type { Original } from '../sandbox/original';
import { found } from './files';
import type { Snapshot } from './snapshot';

/** Files that together are the accounts. */
export const accountFiles: readonly string[] = ['/etc/passwd', '/etc/shadow', '/etc/group', '/etc/gshadow'];

/** The accounts of a host, as lines such as `alice: locked`. Comparing two such lists tells what became of whom. */
export function accounts(snapshot: Snapshot, original: Original): readonly string[] {
  return lists(original)(snapshot);
}

const lists = onceFor((original: Original) => onceFor((snapshot: Snapshot) => listed(snapshot, original)));

function listed(snapshot: Snapshot, original: Original): readonly string[] {
  const rows = (path: string) => {
    const file = found(snapshot, path, original);
    if (file?.kind !== 'file') return [];
    return file.content
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(':'));
  };
  return [
    ...rows('/etc/passwd').flatMap(([name = '', , uid = '', , , home = '', shell = '']) => [
      `${name}: account, uid ${uid}`,
      `${name}: home ${home}`,
      `${name}: shell ${shell}`,
    ]),
    ...rows('/etc/shadow').flatMap(([name = '', password = '', , , , , , expires = '']) => [
      ...(isLocked(password) ? [`${name}: locked`] : []),
      ...(expires === '' ? [] : [`${name}: expires on day ${expires}`]),
    ]),
    ...rows('/etc/group').flatMap(([name = '', , , members = '']) =>
      members
        .split(',')
        .filter(Boolean)
        .map((member) => `${member}: in group ${name}`),
    ),
  ];
}

/** `passwd -l` and `usermod -L` put a `!` in front of the hash. */
function isLocked(password: string): boolean {
  return password.startsWith('!');
}
