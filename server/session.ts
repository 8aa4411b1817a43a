import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { language, looksLikeActiveResponse, type ReadScript, type Script } from '../script-checks';
import { type Catalog, catalog } from '../wazuh/catalog';
import { type RuleIndex, ruleIndex } from '../wazuh/ruleset';
import { check, type Diagnostic, type Edit } from './checks';
import type { Edge } from './edge';
import { beginsAsConfiguration } from './file-kind';
import { definedCommands } from './language/command-names';
import type { LanguageContext } from './language/context';
import { type ConfigurationDocument, configurationDocument } from './language/document';
import { type Binding, bindingsIn } from './scripts/bindings';
import { type ScriptDocument, scriptDocument } from './scripts/document';
import { allEdits } from './scripts/fix-all';
import { knowledgeOf } from './scripts/knowledge';
import { scriptProblems } from './scripts/problems';
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

/** A file at one version, and what was found in it. */
export interface Judged {
  readonly document: Pick<ConfigurationDocument, 'uri' | 'range' | 'offsetAt'>;
  readonly found: readonly Diagnostic[];
  /** What makes all preferred fixes, where one may be in the way of another. */
  readonly fixAll?: () => Promise<readonly Edit[]>;
}

/** An active-response script at one version, and what was found in it. */
export interface OpenedScript extends Judged {
  readonly document: ScriptDocument;
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
  readonly #bindings = new Map<string, readonly Binding[]>();
  readonly #scripts = new Map<string, { readonly version: number; readonly reading: Promise<Script> }>();
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
    this.#bindings.delete(uri);
    this.#scripts.delete(uri);
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

  /**
   * An open active-response script as it is now; undefined for files that are closed or none. A file is one if it looks
   * like one (`looksLikeActiveResponse`), or if a configuration at hand runs it.
   */
  async script(uri: string): Promise<OpenedScript | undefined> {
    const now = this.text(uri);
    if (!now || !mayBeScript(now)) return undefined;
    const script = await this.#readScript(now);
    const bindings = this.bindings.filter(({ executable }) => executable === Utils.basename(URI.parse(uri)));
    if (bindings.length === 0 && !looksLikeActiveResponse(script)) return undefined;
    const { disabledChecks } = await this.settings.of(uri);
    const { executable } = this.#workspace.scripts.find((found) => found.uri === uri) ?? {};
    const known = knowledgeOf(bindings, executable, this);
    const find = (each: Script) => scriptProblems(each, known, disabledChecks);
    const { path } = URI.parse(uri);
    return {
      document: scriptDocument(uri, script),
      found: find(script),
      fixAll: () => allEdits(script, find, (text) => this.readScript(text, path)),
    };
  }

  /** What is wrong with an open file, be it a configuration or a script; undefined for all others. */
  async judged(uri: string): Promise<Judged | undefined> {
    const opened = await this.opened(uri);
    return opened ? { document: opened.document, found: this.problems(opened) } : this.script(uri);
  }

  /** The responses that run scripts: of open configurations as they are now, of all others as they are on the disk. */
  get bindings(): readonly Binding[] {
    return [...new Map([...this.#workspace.bindings, ...this.#bindings]).values()].flat();
  }

  /** Takes note of the responses of a configuration that was opened or changed; whether they are others than before. */
  async noteBindings(uri: string): Promise<boolean> {
    const opened = await this.opened(uri);
    if (!opened) return false;
    const now = bindingsIn(opened.document.configuration);
    const before = this.#bindings.get(uri) ?? this.#workspace.bindings.get(uri) ?? [];
    this.#bindings.set(uri, now);
    if (JSON.stringify(now) === JSON.stringify(before)) return false;
    this.revision++;
    return true;
  }

  /** Read once for each version: diagnostics, lenses and fixes all ask. */
  #readScript(now: TextDocument): Promise<Script> {
    const { uri, version } = now;
    const kept = this.#scripts.get(uri);
    if (kept?.version === version) return kept.reading;
    const reading = this.readScript(now.getText(), URI.parse(uri).path);
    this.#scripts.set(uri, { version, reading });
    // Whoever asked hears of a failure; the next one tries again.
    reading.catch(() => this.#scripts.delete(uri));
    return reading;
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
    isConfigurationName(Utils.basename(URI.parse(document.uri))) || beginsAsConfiguration(document.getText())
  );
}

/** Whether an open file is a script in a language that is read, by its shebang or its extension. */
function mayBeScript(document: TextDocument): boolean {
  return !isConfiguration(document) && language(URI.parse(document.uri).path, document.getText()) !== 'other';
}

const scriptLanguages: ReadonlySet<string> = new Set(['python', 'shellscript', 'powershell', 'bat']);
