import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Parsing } from '../../script-checks';
import { readScript } from '../../script-checks/for-tests';
import { sourceData } from '../../wazuh/catalog/for-tests';
import type { Disk, DryRun, Io, Output, TestScript } from '../io';
import { run } from '../run';

/** A file of a test: its text, or its bytes. */
export type Content = string | Uint8Array;

/** What one call of `wazuh-ar` did. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every file afterwards, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Permission bits of the files that were made. */
  readonly modes: Readonly<Record<string, number>>;
}

/** What is different for a test. */
export interface Given {
  /** Files by path, from /site on or absolute. */
  readonly files?: Readonly<Record<string, Content>>;
  readonly isTerminal?: boolean;
  /** What the interpreter says of any script. */
  readonly parsed?: Parsing;
  readonly dryRun?: DryRun;
  readonly testScript?: TestScript;
  readonly interrupted?: AbortSignal;
  /** Paths that cannot be written to. */
  readonly readOnly?: readonly string[];
  /** Absolute paths that are listed, and gone when they are read. */
  readonly vanishing?: readonly string[];
}

/** Where relative paths start from. */
export const cwd = '/site';

/** Runs `wazuh-ar` in memory: nothing of the machine is touched but the catalog and the templates, which are read. */
export async function call(argv: readonly string[], given: Given = {}): Promise<Outcome> {
  const stdout = listener(given.isTerminal);
  const stderr = listener(given.isTerminal);
  const { disk, files, modes } = memoryDisk(given);
  const io: Io = {
    stdout,
    stderr,
    disk,
    cwd,
    version: '1.2.3',
    interrupted: given.interrupted ?? new AbortController().signal,
    catalogData: sourceData,
    templateData: (name) =>
      readFileSync(path.join(import.meta.dirname, '../../scaffold/templates', name), 'utf8'),
    readScript,
    askInterpreter: async () => given.parsed,
    dryRun: given.dryRun ?? (() => Promise.reject(new Error('this test tries no script'))),
    testScript: given.testScript ?? (() => Promise.reject(new Error('this test tries no script'))),
    serve: async () => stdout.write('serving'),
  };
  const status = await run(argv, io);
  return { status, stdout: stdout.said.join(''), stderr: stderr.said.join(''), files: files(), modes };
}

function listener(isTerminal = false): Output & { readonly said: string[] } {
  const said: string[] = [];
  return { said, isTerminal, write: (text) => void said.push(text) };
}

function memoryDisk({ files = {}, readOnly = [], vanishing = [] }: Given) {
  const held = new Map(
    Object.entries(files).map(([name, content]) => [path.resolve(cwd, name), Buffer.from(content)] as const),
  );
  const modes: Record<string, number> = {};
  const where = (uri: string) => URI.parse(uri).fsPath;
  const isFolder = (name: string) => [...held.keys()].some((file) => file.startsWith(`${name}/`));
  const missing = (name: string) => new Error(`ENOENT: no such file or directory, open '${name}'`);
  const bytes = (uri: string) => {
    const found = held.get(where(uri));
    if (!found || vanishing.includes(where(uri))) throw missing(where(uri));
    return found;
  };
  const mayWrite = (name: string) => {
    if (readOnly.includes(name)) throw new Error(`EACCES: permission denied, open '${name}'`);
  };
  const disk: Disk = {
    async list(uri) {
      const folder = where(uri);
      if (!isFolder(folder)) throw missing(folder);
      const inside = [...held.keys()]
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split('/'));
      const kinds = new Map(
        inside.map(([name = '', ...deeper]) => [name, deeper.length > 0 ? 'folder' : 'file'] as const),
      );
      return [...kinds].map(([name, kind]) => ({ name, kind }));
    },
    async state(uri) {
      return { stamp: '', bytes: bytes(uri).length, executable: /\.(?:sh|py)$/.test(where(uri)) };
    },
    read: async (uri) => bytes(uri).toString('utf8'),
    bytes: async (uri) => bytes(uri),
    async kind(uri) {
      if (held.has(where(uri))) return 'file';
      if (isFolder(where(uri)) || where(uri) === cwd) return 'folder';
      throw missing(where(uri));
    },
    async create(uri, text, mode) {
      mayWrite(where(uri));
      if (held.has(where(uri))) return false;
      held.set(where(uri), Buffer.from(text));
      modes[where(uri)] = mode;
      return true;
    },
    async replace(uri, content) {
      mayWrite(where(uri));
      held.set(where(uri), Buffer.from(content));
    },
  };
  return {
    disk,
    modes,
    files: () => Object.fromEntries([...held].map(([name, content]) => [name, content.toString('latin1')])),
  };
}
