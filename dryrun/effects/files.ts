import { onceFor } from '../../wazuh/once';
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
  return isHidden(path, snapshot.files, hiddenBelow(snapshot)) ? undefined : original.at(path);
}

/** Folders of a snapshot, and whether what was in them at the start does not show through. */
const hiddenBelow = onceFor((_: Snapshot) => new Map<string, boolean>());

/** Whether a folder above a path hides what was there at the start. */
function isHidden(path: string, files: Snapshot['files'], known: Map<string, boolean>): boolean {
  const passed: string[] = [];
  let hidden = false;
  for (let end = path.lastIndexOf('/'); end > 0 && !hidden; end = path.lastIndexOf('/', end - 1)) {
    const parent = path.slice(0, end);
    const told = known.get(parent);
    const above = files.get(parent);
    hidden = told ?? (above !== undefined && hides(above));
    if (told !== undefined) break;
    passed.push(parent);
  }
  for (const parent of passed) known.set(parent, hidden);
  return hidden;
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
  const above = { created: new Set<string>(), changed: new Set<string>(), deleted: new Set<string>() };
  for (const { path, kind } of changes) addParents(path, above[kind]);
  return changes.filter(
    ({ path, kind, before: one, after: other }) =>
      (one ?? other)?.kind !== 'folder' || !above[kind].has(path),
  );
}

/** Adds the folders above a path to those that are known: where one is, those above it are too. */
function addParents(path: string, known: Set<string>): void {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const parent = path.slice(0, end);
    if (known.has(parent)) return;
    known.add(parent);
  }
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

/** Whether two things are the same, whenever each was written. */
export function same(one: Found, other: Found): boolean {
  if (one.kind === 'file' && other.kind === 'file')
    return one.mode === other.mode && one.content.equals(other.content);
  if (one.kind === 'link' && other.kind === 'link') return one.target === other.target;
  if (one.kind === 'folder' && other.kind === 'folder') return one.mode === other.mode;
  return one.kind === other.kind;
}
