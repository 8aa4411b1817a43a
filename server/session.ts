import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { ReadScript } from '../script-checks';
import { type Catalog, catalog } from '../wazuh/catalog';
import { type RuleIndex, ruleIndex } from '../wazuh/ruleset';
import { check, type Diagnostic } from './checks';
import type { Edge } from './edge';
import { definedCommands } from './language/command-names';
import type { LanguageContext } from './language/context';
import { type ConfigurationDocument, configurationDocument } from './language/document';
import { defaultSettings, type Settings } from './settings';
import type { SettingsStore } from './settings-store';
import { isConfigurationName } from './workspace/scan';
import { emptyWorkspace, type WorkspaceState } from './workspace/workspace';

/** A configuration file at one version, with all that is known about its surroundings at that moment. */
export interface Opened {
  readonly document: ConfigurationDocument;
  readonly context: LanguageContext;
  readonly settings: Settings;
}

/** What the server knows: open files, settings, the workspace, the catalog. Answers are made from it, never from I/O. */
export class Session {
  readonly catalog: Catalog;
  readonly readScript: ReadScript;
  /** Grows whenever what is known about the surroundings changes: what was found before may be out of date. */
  revision = 0;
  #workspace: WorkspaceState = emptyWorkspace;
  #rules: RuleIndex;
  readonly #documents = new Map<string, ConfigurationDocument>();
  readonly #problems = new WeakMap<
    ConfigurationDocument,
    { revision: number; found: readonly Diagnostic[] }
  >();

  /** `text` gives an open file by its address. */
  constructor(
    edge: Pick<Edge, 'catalogData' | 'readScript'>,
    private readonly settings: SettingsStore,
    private readonly text: (uri: string) => TextDocument | undefined,
  ) {
    this.catalog = catalog(edge.catalogData);
    this.readScript = edge.readScript;
    this.#rules = ruleIndex(this.catalog, []);
  }

  /** Stock and custom rules. */
  get rules(): RuleIndex {
    return this.#rules;
  }

  get workspace(): WorkspaceState {
    return this.#workspace;
  }

  set workspace(state: WorkspaceState) {
    this.#workspace = state;
    this.#rules = ruleIndex(this.catalog, state.rules);
    this.revision++;
  }

  /** What is known for questions that are about no file. */
  get surroundings(): LanguageContext {
    const { catalog, rules, workspace } = this;
    return {
      catalog,
      rules,
      version: defaultSettings.version,
      customRules: workspace.rules,
      scripts: workspace.scripts,
      workspaceCommands: workspace.commands,
    };
  }

  /** Drops what is kept of a file that is closed. */
  close(uri: string): void {
    this.#documents.delete(uri);
    this.settings.close(uri);
  }

  /**
   * An open configuration file as it is now: the text is taken before anything is waited for. undefined for files that
   * are closed or no configuration.
   */
  async opened(uri: string): Promise<Opened | undefined> {
    const now = this.text(uri);
    if (!now || !isConfiguration(now)) return undefined;
    const { version } = now;
    const text = now.getText();
    const settings = await this.settings.of(uri);
    const document = this.#read(uri, version, text, settings);
    return { document, settings, context: this.#context(document, settings) };
  }

  /** What the checks say of a file, made once for each version and state of its surroundings. */
  problems({ document, context, settings }: Opened): readonly Diagnostic[] {
    const { revision } = this;
    const kept = this.#problems.get(document);
    if (kept?.revision === revision) return kept.found;
    const found = check(document.configuration, context, { disabled: settings.disabledChecks });
    this.#problems.set(document, { revision, found });
    return found;
  }

  #read(uri: string, version: number, text: string, { role, shape }: Settings): ConfigurationDocument {
    const kept = this.#documents.get(uri);
    if (
      kept?.version === version &&
      kept.text === text &&
      kept.readAs.role === role &&
      kept.readAs.shape === shape
    )
      return kept;
    const document = configurationDocument(uri, version, text, { role, shape });
    this.#documents.set(uri, document);
    return document;
  }

  #context(document: ConfigurationDocument, { version, portableXml }: Settings): LanguageContext {
    const { workspace } = this;
    const named = new Set(
      [
        ...document.configuration.commands.map(({ executable }) => executable?.text),
        ...workspace.commands.map(({ executable }) => executable),
      ].filter((name) => name !== undefined),
    );
    return {
      ...this.surroundings,
      version,
      portableXml,
      scripts: workspace.scripts.filter((script) => script.runnable || named.has(script.name)),
      workspaceCommands: [
        ...definedCommands(document),
        ...workspace.commands.filter(({ location }) => location.uri !== document.uri),
      ],
    };
  }
}

/** Whether an open file is one of Wazuh's configurations: by its language, its name or its root. */
export function isConfiguration(document: TextDocument): boolean {
  if (document.languageId === 'ossec-conf') return true;
  if (scriptLanguages.has(document.languageId)) return false;
  return (
    isConfigurationName(Utils.basename(URI.parse(document.uri))) ||
    /^\s*<(?:ossec_config|agent_config|wazuh_config)\b/.test(document.getText())
  );
}

/** The languages of scripts that the server reads. */
export const scriptLanguages: ReadonlySet<string> = new Set(['python', 'shellscript', 'powershell']);
