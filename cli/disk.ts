import { constants, type Stats } from 'node:fs';
import { chmod, chown, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
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
  async bytes(file) {
    // A pipe that nobody writes to would hold up whoever opens it, and a device never ends.
    const handle = await open(path(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const what = await handle.stat();
      // A folder says so by itself when it is read.
      if (!what.isFile() && !what.isDirectory()) throw new Error(t('it is a pipe or a device, not a file'));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
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
    // Only a file of the same owner and group may take its place, and a link to it elsewhere stays a link to it.
    if (before.nlink > 1 || !(await replaced(target, content, before))) await writeFile(target, content);
  },
};

/**
 * Puts a new file in the place of another at once. Nobody may read it before it has the other's owner and mode.
 * @returns false where it cannot have the same owner and group: nothing was changed then
 */
async function replaced(target: string, content: Uint8Array, before: Stats): Promise<boolean> {
  const fresh = `${target}.${process.pid}.new`;
  try {
    await writeFile(fresh, content, { flag: 'wx', mode: 0o600 });
    await chown(fresh, before.uid, before.gid);
    await chmod(fresh, before.mode);
    await rename(fresh, target);
    return true;
  } catch (error) {
    await rm(fresh, { force: true });
    if (isCode(error, 'EPERM') || isCode(error, 'EACCES')) return false;
    throw error;
  }
}

function path(uri: string): string {
  return URI.parse(uri).fsPath;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
