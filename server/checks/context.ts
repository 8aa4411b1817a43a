import type { Catalog } from '../../wazuh/catalog';
import type { RuleIndex } from '../../wazuh/ruleset';
import type { WazuhVersion } from '../../wazuh/versions';

/** A script that the workspace holds and that an `<executable>` may name. */
export interface WorkspaceScript {
  /** File name, extension included: what `<executable>` must say. */
  readonly name: string;
  /** Address of the file (`file:///…`). */
  readonly uri: string;
  /** Whether the file's mode lets it be run; undefined where the file system has no such mode. */
  readonly executable: boolean | undefined;
}

/** What a check may know besides the file: facts about Wazuh, the rules and scripts at hand, the release aimed at. */
export interface Context {
  readonly catalog: Catalog;
  /** Stock rules, and the custom ones of the workspace. */
  readonly rules: RuleIndex;
  readonly scripts: readonly WorkspaceScript[];
  readonly version: WazuhVersion;
  /** Whether to advise XML that every reader can take, also where only Wazuh's agents read it; undefined means yes. */
  readonly portableXml?: boolean;
}
