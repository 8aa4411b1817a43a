import type { Diagnostic } from '../server/checks';
import type { ConfigurationDocument } from '../server/language/document';

/** One configuration file with what the checks say of it. */
export interface CheckedFile {
  /** As the user named it, or below the folder that the user named. */
  readonly path: string;
  readonly document: ConfigurationDocument;
  readonly diagnostics: readonly Diagnostic[];
}
