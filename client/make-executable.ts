import { chmod, stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient/node';
import type { LanguageServer } from './language-server';

/** Lets a file be run by whoever may read it, and tells the server: editors hear nothing of a change of mode. */
export async function makeExecutable(server: LanguageServer, address: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  const file = vscode.Uri.parse(address);
  if (file.scheme !== 'file') return;
  const { mode } = await stat(file.fsPath);
  const readers = mode & 0o444;
  await chmod(file.fsPath, (mode & 0o7777) | (readers >> 2) | 0o100);
  const client = await server.ready();
  await client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: address, type: FileChangeType.Changed }],
  });
}
