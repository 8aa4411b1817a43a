import type { Alert } from './alert';
import { fieldPaths } from './field';
import { familyOf, meaningOf } from './meaning';

/** Parts of an alert that never hold what a response acts on: the address there is the agent's own. */
const ownParts = /^(?:agent|manager|cluster|decoder|predecoder|rule)\./;

/**
 * The path of `alert` that was probably meant by one that leads nowhere: `data.srcip` for `srcip`,
 * `data.win.eventdata.ipAddress` for `data.win.eventdata.IpAddress` or `data.srcip`. undefined where nothing is near: what
 * means something else is not meant, and what one family of events alone has is not meant by a field of another.
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
  readonly family: string | undefined;
}

/** A path as people mix them up: without case, `_`, `-`, array marks; and its last key alone. */
function normal(path: string): Name {
  const plain = path.toLowerCase().replaceAll(/[_-]|\[\d*\]/g, '');
  return { path: plain, key: plain.slice(plain.lastIndexOf('.') + 1), family: familyOf(plain) };
}

/** How far two names are apart, or undefined where one is surely not meant by the other. */
function distance(wanted: Name, known: Name): number | undefined {
  if (wanted.path === known.path) return 0;
  if (wanted.family !== undefined && wanted.family !== known.family) return undefined;
  const [one, other] = [meaningOf(wanted.key), meaningOf(known.key)];
  if (one && other && one.meaning !== other.meaning) return undefined;
  if (wanted.key === known.key && (one === undefined || !ownParts.test(known.path))) return 1;
  if (one && other) return ownParts.test(known.path) ? undefined : 10 + other.rank;
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
