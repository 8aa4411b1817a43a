import type { Alert } from '../wazuh/alert';

/** What is known about a script besides its text. */
export interface Knowledge {
  /** An alert that the script will get: its fields are compared with those that the text reads. */
  readonly alert?: Alert;
  /** Whether Wazuh is to undo the response: a timeout is given, or the configuration binds the script with one. */
  readonly stateful?: boolean;
}
