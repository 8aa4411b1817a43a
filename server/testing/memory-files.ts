import type { Entry, FileState, Files } from '../workspace/files';

/** A file system in memory. */
export interface MemoryFiles extends Files {
  /** Writes or replaces a file by its address. */
  write(uri: string, text: string, executable?: boolean): void;
  remove(uri: string): void;
}

/** A file system that holds `files`: text by address. Names that end in `.sh` or `.py` can be run. */
export function memoryFiles(files: Readonly<Record<string, string>> = {}): MemoryFiles {
  const held = new Map<string, { text: string; executable: boolean; change: number }>();
  let changes = 0;
  const existing = (uri: string) => {
    const file = held.get(uri);
    if (!file) throw new Error(`no file ${uri}`);
    return file;
  };
  const memory: MemoryFiles = {
    async list(folder) {
      const entries = new Map<string, Entry>();
      for (const uri of held.keys()) {
        if (!uri.startsWith(`${folder}/`)) continue;
        const [name = '', ...below] = uri.slice(folder.length + 1).split('/');
        entries.set(name, { name: decodeURIComponent(name), kind: below.length > 0 ? 'folder' : 'file' });
      }
      if (entries.size === 0) throw new Error(`no folder ${folder}`);
      return [...entries.values()];
    },
    async state(uri): Promise<FileState> {
      const { text, executable, change } = existing(uri);
      return { stamp: String(change), bytes: text.length, executable };
    },
    async read(uri) {
      return existing(uri).text;
    },
    write(uri, text, executable = /\.(?:sh|py)$/.test(uri)) {
      held.set(uri, { text, executable, change: changes++ });
    },
    remove(uri) {
      held.delete(uri);
    },
  };
  for (const [uri, text] of Object.entries(files)) memory.write(uri, text);
  return memory;
}
