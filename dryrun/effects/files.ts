import type { Original } from '../sandbox/original';
import type { Found, Snapshot } from './snapshot';

/** One file, folder or link that is not what it was. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
  readonly before: Found | undefined;
  readonly after: Found | undefined;
}

/** What is at a path in a snapshot: changed, or as it was from the start. */
export function found(snapshot: Snapshot, path: string, original: Original): Found | undefined {
  const own = snapshot.files.get(path);
  if (own) return own.kind === 'gone' ? undefined : own;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = snapshot.files.get(path.slice(0, end));
    if (above && hides(above)) return undefined;
  }
  return original.at(path);
}

/** Whether nothing of the start shows through below it. */
function hides(above: Found): boolean {
  return above.kind === 'folder' ? above.opaque : true;
}

/** What changed from one snapshot to a later one, by path. A new folder with new things in it counts as those alone. */
export function fileChanges(before: Snapshot, after: Snapshot, original: Original): readonly FileChange[] {
  const paths = new Set([...touched(before, original), ...touched(after, original)]);
  const changes: FileChange[] = [];
  for (const path of [...paths].sort()) {
    const [one, other] = [found(before, path, original), found(after, path, original)];
    if (one && other) {
      if (!same(one, other)) changes.push({ path, kind: 'changed', before: one, after: other });
    } else if (one || other) {
      changes.push({ path, kind: one ? 'deleted' : 'created', before: one, after: other });
    }
  }
  return changes.filter(
    ({ path, kind, before: one, after: other }) =>
      (one ?? other)?.kind !== 'folder' ||
      !changes.some((inner) => inner.kind === kind && inner.path.startsWith(`${path}/`)),
  );
}

/** Files whose content was written again without becoming another. */
export function rewritten(before: Snapshot, after: Snapshot, original: Original): readonly string[] {
  return [...after.files].flatMap(([path, file]) => {
    const earlier = found(before, path, original);
    const again =
      file.kind === 'file' &&
      earlier?.kind === 'file' &&
      file.content.length > 0 &&
      file.changed !== earlier.changed;
    return again && file.content.equals(earlier.content) ? [path] : [];
  });
}

function touched(snapshot: Snapshot, original: Original): readonly string[] {
  const paths: string[] = [];
  for (const [path, file] of snapshot.files) {
    paths.push(path);
    if (file.kind === 'folder' && file.opaque)
      paths.push(...original.names(path).map((name) => `${path}/${name}`));
  }
  return paths;
}

function same(one: Found, other: Found): boolean {
  if (one.kind === 'file' && other.kind === 'file')
    return one.mode === other.mode && one.content.equals(other.content);
  if (one.kind === 'link' && other.kind === 'link') return one.target === other.target;
  if (one.kind === 'folder' && other.kind === 'folder') return one.mode === other.mode;
  return one.kind === other.kind;
}
