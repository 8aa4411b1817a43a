import { URI, Utils } from 'vscode-uri';
import type { Files } from './files';

/** A file that an `<executable>` may name. */
export interface ScriptFile {
  readonly name: string;
  readonly uri: string;
  /** Whether it lies in a folder for such scripts; elsewhere it only counts when a configuration names it. */
  readonly atHome: boolean;
}

/** The files of a workspace that matter to an `ossec.conf`, by address. */
export interface Scan {
  readonly ruleFiles: readonly string[];
  readonly configurationFiles: readonly string[];
  readonly scripts: readonly ScriptFile[];
  /** Whether a bound was met, so that files may be missing. */
  readonly cutShort: boolean;
}

/** Bounds that keep a scan short in a huge workspace. */
export const bounds = { entries: 50_000, depth: 12, ruleFiles: 2000, configurationFiles: 500, scripts: 4000 };

const ignoredFolders = new Set(['node_modules', '__pycache__', 'vendor', 'venv']);
const scriptFolders = new Set(['bin', 'scripts', 'active-response']);
const scriptExtension = /\.(?:sh|bash|py|pl|rb|ps1|cmd|bat|exe)$/i;
const ruleFile = /^(?:.*_rules|local_rules)\.xml$/i;
const configurationFile = /^(?:ossec|agent|wazuh_manager|ossec-.*|.*_ossec)\.conf$/i;

/**
 * Walks the workspace's folders, nearest first. `ruleFolders` are relative to each of `folders`, or addresses; every
 * `*.xml` in them is a rule file. Hidden folders and packages are left out. A folder that cannot be read counts as
 * empty: it may have gone while we walked.
 */
export async function scan(
  files: Files,
  folders: readonly string[],
  ruleFolders: readonly string[],
): Promise<Scan> {
  const ruleFiles = new Set<string>();
  const configurationFiles: string[] = [];
  // Addresses are costly to write: only those that are kept are written.
  const scripts: { readonly name: string; readonly folder: string; readonly atHome: boolean }[] = [];
  const ruleRoots = ruleFolders.flatMap((folder) =>
    isAddress(folder) ? [URI.parse(folder).toString()] : folders.map((root) => join(root, folder)),
  );
  const workspace = folders.map((folder) => join(folder, ''));
  let left = bounds.entries;
  let level = [...new Set([...workspace, ...ruleRoots.filter(isOutside(workspace))])];
  for (let depth = 0; level.length > 0 && left > 0 && depth < bounds.depth; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (left <= 0) break;
      const entries = await files.list(folder).catch(() => []);
      left -= entries.length;
      const inRuleFolder = ruleRoots.some((root) => isInside(folder, root));
      const atHome = scriptFolders.has(Utils.basename(URI.parse(folder)));
      for (const { name, kind } of entries) {
        if (kind === 'folder') {
          if (!name.startsWith('.') && !ignoredFolders.has(name)) next.push(join(folder, name));
        } else if (kind === 'file') {
          if (ruleFile.test(name) || (inRuleFolder && /\.xml$/i.test(name)))
            ruleFiles.add(join(folder, name));
          else if (isConfigurationName(name)) configurationFiles.push(join(folder, name));
          else if (hasScriptExtension(name) || !name.includes('.')) scripts.push({ name, folder, atHome });
        }
      }
    }
    level = next;
  }
  return {
    ruleFiles: [...ruleFiles].slice(0, bounds.ruleFiles),
    configurationFiles: configurationFiles.slice(0, bounds.configurationFiles),
    // Those at home first: they are the last to be cut.
    scripts: scripts
      .sort((a, b) => Number(b.atHome) - Number(a.atHome))
      .slice(0, bounds.scripts)
      .map(({ name, folder, atHome }) => ({ name, atHome, uri: join(folder, name) })),
    cutShort:
      left <= 0 ||
      level.length > 0 ||
      ruleFiles.size > bounds.ruleFiles ||
      configurationFiles.length > bounds.configurationFiles ||
      scripts.length > bounds.scripts,
  };
}

/** Whether a file is a script by its name. */
export function hasScriptExtension(name: string): boolean {
  return scriptExtension.test(name);
}

/** Whether a file is one of Wazuh's configurations by its name. */
export function isConfigurationName(name: string): boolean {
  return configurationFile.test(name);
}

function isAddress(folder: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(folder);
}

function isOutside(folders: readonly string[]): (folder: string) => boolean {
  return (folder) => !folders.some((root) => isInside(folder, root));
}

function isInside(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(`${root}/`);
}

/** The address of what lies in `folder`, written as editors write it, so that addresses can be compared. */
function join(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString().replace(/\/$/, '');
}
