import * as vscode from 'vscode';
import type { WazuhVersion } from '../wazuh/versions';

/** The settings that the client itself reads; the server asks for its own. */
export interface DryRunSettings {
  readonly version: WazuhVersion;
  readonly sandbox: 'auto' | 'overlay' | 'none';
  /** Seconds that a script may run. */
  readonly timeLimit: number;
  /** Paths of the machine that scripts may see. */
  readonly show: readonly string[];
  /** What scripts should do, by base name; as the user wrote it. */
  readonly expect: unknown;
}

/** The settings that hold for a script. */
export function dryRunSettings(script: vscode.Uri): DryRunSettings {
  const settings = vscode.workspace.getConfiguration('wazuh', script);
  return {
    version: settings.get<WazuhVersion>('version', '4.14'),
    sandbox: settings.get<DryRunSettings['sandbox']>('dryRun.sandbox', 'auto'),
    timeLimit: settings.get<number>('dryRun.timeLimit', 10),
    show: settings.get<readonly string[]>('dryRun.show', []),
    expect: settings.get('dryRun.expect'),
  };
}
