import type { ReadScript } from '../script-checks';
import type { Alert } from '../wazuh/alert';
import type { WazuhVersion } from '../wazuh/versions';
import type { Expected } from './expectation/expected';
import type { TranscriptLine } from './report';
import type { Limits } from './sandbox/limits';
import type { Act, ScenarioName } from './scenarios/scenario';

/** What to try. */
export interface DryRunRequest {
  /** Absolute path of the script. */
  readonly script: string;
  readonly alert: Alert;
  /** Whether the alert was made for what the script reads, nobody having chosen one: what it lacks then says nothing. */
  readonly fitted?: boolean | undefined;
  /** Seconds until Wazuh undoes the response; 0 for one that is not undone. */
  readonly timeout: number;
  /**
   * Without one: `add` for timeout 0, else `add-delete`, and beside it a second run that tries what the handshake is
   * worth (the same target twice, then another).
   */
  readonly scenario?: ScenarioName | undefined;
  /**
   * `overlay`, or `auto`: in the sandbox, and if there is none the run is refused (SandboxRefused): a script is not run
   * on the machine itself unless someone says `none`.
   */
  readonly sandbox: 'auto' | 'overlay' | 'none';
  /** The words of the command's `<extra_args>`. */
  readonly extraArgs: readonly string[];
  readonly version: WazuhVersion;
  /** What the script should do, where the user says it: it goes before what the script says of itself. */
  readonly expected?: Expected | undefined;
  readonly limits?: Partial<Limits>;
  /** Folder of the open workspace: the script does not see it. */
  readonly workspaceFolder?: string | undefined;
  /** Absolute paths of the machine that the script sees besides the system's programs: it may change them in the sandbox alone. */
  readonly show?: readonly string[] | undefined;
}

export interface DryRunOptions {
  readonly readScript: ReadScript;
  /** Ends the run: `dryRun` then rejects with the signal's reason, and nothing is left behind. */
  readonly signal: AbortSignal;
  /** Called for each line of the conversation as it is said. */
  readonly onProgress?: (line: TranscriptLine) => void;
  /** Awaited before each act of the scenario: lets a person go through it step by step. The script's clock stands still. */
  readonly pause?: (next: Act) => Promise<void>;
}
