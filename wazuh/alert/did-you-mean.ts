import type { Alert } from './alert';
import { fieldPaths } from './field';

/** Parts of an alert that never hold what a response acts on: the address there is the agent's own. */
const ownParts = /^(?:agent|manager|cluster|decoder|predecoder|rule)\./;

/** Last keys that name one thing in alerts of different families (lower case, without `_`), the best known first. */
const families = [
  [
    'srcip',
    'ipaddress',
    'sourceip',
    'srcaddr',
    'clientip',
    'remoteip',
    'callerip',
    'remoteaddr',
    'ip',
    'ipaddressv4',
  ],
  ['dstuser', 'targetusername', 'srcuser', 'username', 'user', 'userid', 'subjectusername'],
  ['path', 'file', 'targetfilename', 'scannedfile', 'filepath', 'filename', 'url'],
  ['md5after', 'md5', 'sha256after', 'sha256', 'sha1after', 'sha1', 'hash', 'hashes'],
  ['process', 'image', 'exe', 'command', 'commandline'],
];

/**
 * The path of `alert` that was probably meant by one that leads nowhere: `data.srcip` for `srcip`,
 * `data.win.eventdata.ipAddress` for `data.win.eventdata.IpAddress` or `data.srcip`. undefined where nothing is near.
 */
export function didYouMean(path: string, alert: Alert): string | undefined {
  const wanted = normal(path);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const known of fieldPaths(alert)) {
    const far = distance(wanted, normal(known));
    if (far !== undefined && far < least) {
      best = known;
      least = far;
    }
  }
  return best;
}

interface Name {
  readonly path: string;
  readonly key: string;
}

/** A path as people mix them up: without case, `_`, `-`, array marks; and its last key alone. */
function normal(path: string): Name {
  const plain = path.toLowerCase().replaceAll(/[_-]|\[\d*\]/g, '');
  return { path: plain, key: plain.slice(plain.lastIndexOf('.') + 1) };
}

/** How far two names are apart, or undefined where one is surely not meant by the other. */
function distance(wanted: Name, known: Name): number | undefined {
  if (wanted.path === known.path) return 0;
  if (wanted.key === known.key) return 1;
  const family = families.find((each) => each.includes(wanted.key) && each.includes(known.key));
  if (family && !ownParts.test(known.path)) return 10 + family.indexOf(known.key);
  const edits = editDistance(wanted.key, known.key);
  return edits <= 2 && edits < wanted.key.length / 2 ? 1 + edits : undefined;
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
