import type * as vscode from 'vscode';
import type { ScenarioName } from '../../dryrun';
import type { ChosenAlert } from '../alerts/alert-source';

/** A run that was decided on. */
export interface Decided {
  readonly script: vscode.Uri;
  readonly alert: ChosenAlert;
  /** Seconds; 0 for a stateless run. */
  readonly timeout: number;
  readonly command: string | undefined;
  readonly extraArgs: string;
}

/** How it is to be run. */
export interface Manner {
  /** Undefined for the usual run. */
  readonly scenario: ScenarioName | undefined;
  /** Whether to wait for the user before each act. */
  readonly stepping: boolean;
}

/** To the end, without a scenario of its own. */
export const usualManner: Manner = { scenario: undefined, stepping: false };
