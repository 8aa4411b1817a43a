/** One thing that the sandbox holds from the start. Paths are absolute, as the script sees them. */
export type Entry =
  | { readonly kind: 'folder'; readonly path: string; readonly mode: number }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number; readonly content: string | Buffer }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  /** Hides what the machine has there. */
  | { readonly kind: 'nothing'; readonly path: string };

export function folder(path: string, mode = 0o755): Entry {
  return { kind: 'folder', path, mode };
}

export function file(path: string, content: string | Buffer, mode = 0o644): Entry {
  return { kind: 'file', path, mode, content };
}

/** Entries by path; a later one takes the place of an earlier one. */
export function byPath(entries: Iterable<Entry>): ReadonlyMap<string, Entry> {
  return new Map([...entries].map((entry) => [entry.path, entry]));
}
