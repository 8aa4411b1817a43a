import path from 'node:path';
import { t } from '@vscode/l10n';
import { URI } from 'vscode-uri';
import { type Disk, type Io, Trouble } from './io';

/** The address of what the user named: relative paths start from the current folder. */
export function address({ cwd }: Pick<Io, 'cwd'>, named: string): string {
  return URI.file(path.resolve(cwd, named)).toString();
}

/**
 * What the user named is.
 * @throws Trouble if there is nothing, or it cannot be looked at
 */
export async function kindOf(io: Io, named: string): ReturnType<Disk['kind']> {
  return io.disk.kind(address(io, named)).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', named, reason(error)));
  });
}

/** @throws Trouble unless the user named a folder */
export async function mustBeFolder(io: Io, named: string): Promise<void> {
  if ((await kindOf(io, named)) !== 'folder') throw new Trouble(t('{0} is not a folder.', named));
}

/** What the system said: `no such file or directory`, without code and path (Node.js, class SystemError). */
export function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /^E[A-Z]+: ([^,]*)/.exec(text)?.[1] ?? text;
}
