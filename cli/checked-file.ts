import type { ScriptSystem } from '../script-checks';
import type { Diagnostic } from '../server/checks';
import type { Judged } from '../server/language/diagnostics';
import type { Role, Shape } from '../wazuh/model';

/** One file with what the checks say of it. */
export interface CheckedFile {
  /** As the user named it, or below the folder that the user named. */
  readonly path: string;
  readonly document: Judged;
  readonly kind: Kind;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file is: whose configuration, and whether a whole one; or an active-response script. */
export type Kind =
  | { readonly role: Role; readonly shape: Shape }
  | { readonly role: 'script'; readonly system: ScriptSystem };
