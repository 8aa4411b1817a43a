import { URI, Utils } from 'vscode-uri';
import { read } from '../../wazuh/os-xml';
import { type RuleSummary, readRules } from '../../wazuh/ruleset';
import type { WorkspaceScript } from '../checks/context';
import { definedCommands } from '../language/command-names';
import type { WorkspaceCommand } from '../language/context';
import { configurationDocument } from '../language/document';
import { type Binding, bindingsIn } from '../scripts/bindings';
import type { Files } from './files';
import { hasScriptExtension, type Scan, scan } from './scan';

/** What a workspace holds, at one moment. */
export interface WorkspaceState {
  readonly rules: readonly RuleSummary[];
  readonly commands: readonly WorkspaceCommand[];
  /** The responses of each configuration, by its address. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly scripts: readonly FoundScript[];
  /** What the user should know: a bound that was met, files that could not be read. */
  readonly remarks: readonly string[];
}

/** A file that an `<executable>` may name. */
export interface FoundScript extends WorkspaceScript {
  /** Whether it is a script by its place, its name and its mode; the others count only where a configuration names them. */
  readonly runnable: boolean;
}

export const emptyWorkspace: WorkspaceState = {
  rules: [],
  commands: [],
  bindings: new Map(),
  scripts: [],
  remarks: [],
};

/** Files beyond this are no rule files or configurations that anybody wrote. */
const mostBytes = 8_000_000;
/** How many files are looked at together: enough to keep the disk busy, few enough to let requests through. */
const together = 16;

/** Reads a workspace again and again, and parses only the files that have changed since. */
export class WorkspaceReader {
  readonly #rules = new Map<string, Kept<readonly RuleSummary[]>>();
  readonly #configurations = new Map<string, Kept<readonly ConfigurationFacts[]>>();

  constructor(private readonly files: Files) {}

  /** The state of the workspace of `folders` (addresses). Never rejects: what cannot be read is a remark. */
  async read(folders: readonly string[], ruleFolders: readonly string[]): Promise<WorkspaceState> {
    const found = await scan(this.files, folders, ruleFolders);
    const remarks: string[] = found.cutShort
      ? ['The workspace is large: not all of its files were looked at.']
      : [];
    const rules = await this.#parsed(found.ruleFiles, this.#rules, rulesIn, remarks);
    const facts = await this.#parsed(found.configurationFiles, this.#configurations, factsOf, remarks);
    return {
      rules,
      commands: facts.flatMap(({ commands }) => commands),
      bindings: new Map(facts.map(({ uri, bindings }) => [uri, bindings])),
      scripts: await this.#scripts(found),
      remarks,
    };
  }

  async #parsed<T>(
    uris: readonly string[],
    kept: Map<string, Kept<readonly T[]>>,
    parse: (text: string, uri: string) => readonly T[],
    remarks: string[],
  ): Promise<readonly T[]> {
    const items = await inGroups(uris, async (uri) => {
      try {
        const { stamp, bytes } = await this.files.state(uri);
        const before = kept.get(uri);
        if (before?.stamp === stamp) return before.items;
        const items = bytes > mostBytes ? [] : parse(await this.files.read(uri), uri);
        if (bytes > mostBytes) remarks.push(`${uri}: larger than ${mostBytes} bytes, not read.`);
        kept.set(uri, { stamp, items });
        return items;
      } catch (error) {
        kept.delete(uri);
        remarks.push(`${uri}: ${String(error)}`);
        return [];
      }
    });
    const known = new Set(uris);
    for (const uri of kept.keys()) if (!known.has(uri)) kept.delete(uri);
    return items.flat();
  }

  async #scripts({ scripts }: Scan): Promise<WorkspaceState['scripts']> {
    const states = await inGroups(scripts, async ({ name, uri, atHome }) => {
      const state = await this.files.state(uri).catch(() => undefined);
      const { executable } = state ?? {};
      const runnable = atHome && (hasScriptExtension(name) || executable === true);
      return state && { name, uri, executable, runnable };
    });
    return states.filter((state) => state !== undefined);
  }
}

interface Kept<T> {
  readonly stamp: string;
  readonly items: T;
}

function rulesIn(text: string, uri: string): readonly RuleSummary[] {
  return readRules(read(text), Utils.basename(URI.parse(uri)), uri);
}

interface ConfigurationFacts {
  readonly uri: string;
  readonly commands: readonly WorkspaceCommand[];
  readonly bindings: readonly Binding[];
}

function factsOf(text: string, uri: string): readonly ConfigurationFacts[] {
  const document = configurationDocument(uri, 0, text);
  return [{ uri, commands: definedCommands(document), bindings: bindingsIn(document.configuration) }];
}

async function inGroups<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (let at = 0; at < items.length; at += together) {
    done.push(...(await Promise.all(items.slice(at, at + together).map(work))));
  }
  return done;
}
