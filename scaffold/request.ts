import type { TemplateId } from './templates';

/** A language that templates are written in. */
export type ScriptLanguage = 'python' | 'bash';

/** Where the response is to run: a word for `<location>`, or the agent that `<agent_id>` names. */
export type Where =
  | { readonly location: 'local' | 'server' | 'all' }
  | { readonly location: 'defined-agent'; readonly agentId: string };

/** Which alerts start the response. At least one must be given, or it never runs; several are alternatives. */
export interface When {
  readonly rulesId?: readonly number[];
  /** Alerts of this level or above, 1 to 16. Together with `rulesGroup`, both must hold. */
  readonly level?: number;
  /** Groups as `<rules_group>` has them: `sshd,|web,`. */
  readonly rulesGroup?: string;
}

/** What the user chose. `requestProblem` tells whether it can be written. */
export interface ScaffoldRequest {
  readonly template: TemplateId;
  readonly language: ScriptLanguage;
  /** Name of the command, and of the file without its extension: `block-ip`. */
  readonly name: string;
  readonly where: Where;
  readonly when: When;
  /** Seconds until the response is undone; only for a stateful template. Left out: its own default. */
  readonly timeout?: number;
  /** Words that Wazuh passes to the script (`parameters.extra_args`), parted by blanks. */
  readonly extraArgs?: string;
}

/** A file to write. */
export interface ScriptFile {
  /** Without a folder. */
  readonly name: string;
  readonly text: string;
  /** Permission bits for the file as the user gets it: 0o755. */
  readonly mode: number;
}

/** One thing to do before the response works. */
export interface DeploymentStep {
  readonly text: string;
  /** What to type, a line each. */
  readonly commands: readonly string[];
}

/** The two sections that bind a script; neither begins with a blank nor ends with a line end. */
export interface Blocks {
  /** The command's name, which the response refers to. */
  readonly name: string;
  /** Seconds; 0 for a response that is not undone. */
  readonly timeout: number;
  readonly command: string;
  readonly activeResponse: string;
}

/** All that a new response needs. */
export interface Scaffold {
  readonly script: ScriptFile;
  readonly blocks: Blocks;
  readonly steps: readonly DeploymentStep[];
}
