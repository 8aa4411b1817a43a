import { URI, Utils } from 'vscode-uri';
import type { Context } from '../server/checks';
import type { Files } from '../server/workspace/files';
import { WorkspaceReader } from '../server/workspace/workspace';
import { catalog } from '../wazuh/catalog';
import { ruleIndex } from '../wazuh/ruleset';
import type { WazuhVersion } from '../wazuh/versions';
import type { Io } from './io';

/** What the user said of the surroundings. */
export interface Around {
  readonly version: WazuhVersion;
  /** Addresses of folders of custom rules. */
  readonly rules: readonly string[];
}

/** What the checks may know besides the files: the rules and scripts anywhere in these folders. */
export async function surroundings(io: Io, folders: readonly string[], around: Around): Promise<Context> {
  return read(io, io.disk, folders, around);
}

/** The same for a single file: the rules and scripts beside it, and where an installation has them. */
export async function surroundingsOfFile(io: Io, uri: string, around: Around): Promise<Context> {
  const folder = Utils.dirname(URI.parse(uri));
  const folders = ['.', 'rules', 'active-response/bin', '../active-response/bin', 'bin', 'scripts'];
  return read(
    io,
    onlyFiles(io.disk),
    folders.map((below) => Utils.resolvePath(folder, below).toString()),
    around,
  );
}

async function read(
  io: Io,
  files: Files,
  folders: readonly string[],
  { rules, version }: Around,
): Promise<Context> {
  const facts = catalog(io.catalogData);
  const found = await new WorkspaceReader(files).read(folders, ['rules', 'etc/rules', ...rules]);
  for (const remark of found.remarks) io.stderr.write(`wazuh-ar: ${remark}\n`);
  return { catalog: facts, rules: ruleIndex(facts, found.rules), scripts: found.scripts, version };
}

/** A file system whose folders have no folders in them: what lies deeper does not belong to a single file. */
function onlyFiles(files: Files): Files {
  return {
    list: async (folder) => (await files.list(folder)).filter(({ kind }) => kind !== 'folder'),
    state: (file) => files.state(file),
    read: (file) => files.read(file),
  };
}
