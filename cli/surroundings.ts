import { URI, Utils } from 'vscode-uri';
import type { Context } from '../server/checks';
import type { ConfigurationDocument } from '../server/language/document';
import { defaultSettings } from '../server/settings';
import type { Files } from '../server/workspace/files';
import { WorkspaceReader, type WorkspaceState } from '../server/workspace/workspace';
import { catalog } from '../wazuh/catalog';
import { ruleIndex } from '../wazuh/ruleset';
import type { WazuhVersion } from '../wazuh/versions';
import { visible } from '../wazuh/visible';
import type { Io } from './io';

/** What the user said of the surroundings. */
export interface Around {
  readonly version: WazuhVersion;
  /** Addresses of folders of custom rules. */
  readonly rules: readonly string[];
}

/** What lies around the files that are checked. */
export interface Surroundings extends Omit<Context, 'scripts'> {
  readonly workspace: WorkspaceState;
}

/** The rules and scripts anywhere in these folders. */
export async function surroundings(
  io: Io,
  folders: readonly string[],
  around: Around,
): Promise<Surroundings> {
  return read(io, io.disk, folders, around);
}

/** The same for a single file: the rules and scripts beside it, and where an installation has them. */
export async function surroundingsOfFile(io: Io, uri: string, around: Around): Promise<Surroundings> {
  return beside(
    io,
    uri,
    ['.', 'rules', 'active-response/bin', '../active-response/bin', 'bin', 'scripts'],
    around,
  );
}

/** The same for a single script: the configurations beside it and above it, and where an installation has them. */
export async function surroundingsOfScript(io: Io, uri: string, around: Around): Promise<Surroundings> {
  return beside(io, uri, ['.', '..', '../..', '../../etc'], around);
}

async function beside(
  io: Io,
  uri: string,
  folders: readonly string[],
  around: Around,
): Promise<Surroundings> {
  const home = Utils.dirname(URI.parse(uri));
  return read(
    io,
    onlyFiles(io.disk),
    // A folder of rules may lie inside one of the others, which are not gone through.
    [...folders.map((folder) => Utils.resolvePath(home, folder).toString()), ...around.rules],
    around,
  );
}

async function read(
  io: Io,
  files: Files,
  folders: readonly string[],
  { rules, version }: Around,
): Promise<Surroundings> {
  const facts = catalog(io.catalogData);
  const workspace = await new WorkspaceReader(files).read(folders, [
    ...defaultSettings.ruleFolders,
    ...rules,
  ]);
  for (const remark of workspace.remarks) io.stderr.write(`wazuh-ar: ${visible(remark)}\n`);
  const { portableXml } = defaultSettings;
  return { catalog: facts, rules: ruleIndex(facts, workspace.rules), workspace, version, portableXml };
}

/** What the checks may know besides a file. Of files that only might be scripts, those that a configuration names count. */
export function contextFor({ configuration }: ConfigurationDocument, around: Surroundings): Context {
  const { workspace, ...known } = around;
  const named = new Set([
    ...configuration.commands.map(({ executable }) => executable?.text),
    ...workspace.commands.map(({ executable }) => executable),
  ]);
  return { ...known, scripts: workspace.scripts.filter(({ runnable, name }) => runnable || named.has(name)) };
}

/** A file system whose folders have no folders in them: what lies deeper does not belong to a single file. */
function onlyFiles(files: Files): Files {
  return {
    list: async (folder) => (await files.list(folder)).filter(({ kind }) => kind !== 'folder'),
    state: (file) => files.state(file),
    read: (file) => files.read(file),
  };
}
