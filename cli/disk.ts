import { chmod, chown, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { disk as files } from '../server/workspace/disk';
import type { Disk } from './io';

/** The machine's own file system. */
export const disk: Disk = {
  ...files,
  async kind(uri) {
    const found = await stat(path(uri));
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'other';
  },
  bytes: (file) => readFile(path(file)),
  async create(file, text, mode) {
    try {
      const handle = await open(path(file), 'wx', mode);
      try {
        // The mode of open() is cut by the umask.
        await handle.chmod(mode);
        await handle.writeFile(text);
      } finally {
        await handle.close();
      }
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
  },
  async replace(file, content) {
    // Behind a link lies the file that is meant; a rename would replace the link.
    const target = await realpath(path(file));
    const before = await stat(target);
    const fresh = `${target}.${process.pid}.new`;
    try {
      await writeFile(fresh, content, { flag: 'wx' });
      await chmod(fresh, before.mode);
      if (process.getuid?.() === 0) await chown(fresh, before.uid, before.gid);
      await rename(fresh, target);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  },
};

function path(uri: string): string {
  return URI.parse(uri).fsPath;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
