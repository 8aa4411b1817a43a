import type { Location } from 'vscode-languageserver-types';
import type { RuleSummary } from '../../wazuh/ruleset';
import type { Context } from '../checks/context';

/** A command that a configuration file of the workspace defines, open or not. */
export interface WorkspaceCommand {
  readonly name: string;
  readonly executable: string;
  /** Where its `<name>` stands. */
  readonly location: Location;
}

/** What an editor feature may know besides the document. */
export interface LanguageContext extends Context {
  /** Over all configuration files of the workspace, in the order in which they were found. */
  readonly workspaceCommands: readonly WorkspaceCommand[];
  /** The rules that the workspace itself writes. */
  readonly customRules: readonly RuleSummary[];
}
