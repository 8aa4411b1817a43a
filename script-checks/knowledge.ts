import type { Alert } from '../wazuh/alert';
import type { Parsing } from './parsing';

/** What is known about a script besides its text. */
export interface Knowledge {
  /** Alerts that the script will get: a field that it reads must be in one of them. */
  readonly alerts?: readonly Alert[];
  /** Whether a field may be there that none of the alerts has. */
  readonly mayHave?: (path: string) => boolean;
  /** Whether Wazuh is to undo the response: a timeout is given, or the configuration binds the script with one. */
  readonly stateful?: boolean;
  /** Whether the mode of the file lets it be run; undefined where nobody knows. */
  readonly executable?: boolean | undefined;
  /** What an interpreter said of the text; undefined where none was asked. */
  readonly parsed?: Parsing | undefined;
}
