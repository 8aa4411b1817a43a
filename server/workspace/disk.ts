import { readdir, readFile, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { Files } from './files';

const anyoneMayRun = 0o111;

/** The machine's own file system. Symbolic links count as `other`: following them could leave the workspace or loop. */
export const disk: Files = {
  async list(folder) {
    const entries = await readdir(URI.parse(folder).fsPath, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  },
  async state(file) {
    const { mtimeMs, size, mode } = await stat(URI.parse(file).fsPath);
    return {
      stamp: `${mtimeMs} ${size}`,
      bytes: size,
      executable: process.platform === 'win32' ? undefined : (mode & anyoneMayRun) !== 0,
    };
  },
  read: (file) => readFile(URI.parse(file).fsPath, 'utf8'),
};
