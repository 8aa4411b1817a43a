import path from 'node:path';
import * as vscode from 'vscode';
import { type DryRunRequest, SandboxRefused } from '../../dryrun';
import { type DryRunSettings, dryRunSettings } from '../settings';
import { mayRunUnprotected } from './consent';
import type { Decided } from './decided';
import { expectedBySetting } from './expect-setting';

/**
 * Hands the request for a script to `work`: for the sandbox; without one only where the settings allow it and the user
 * has agreed. Rejects with a sentence for the user where neither may be.
 */
export async function inSandbox<T>(
  decided: Decided,
  memory: vscode.Memento,
  work: (request: DryRunRequest) => Promise<T>,
): Promise<T> {
  const settings = dryRunSettings(decided.script);
  if (settings.sandbox === 'none') {
    await consent(memory, vscode.l10n.t('The setting wazuh.dryRun.sandbox is "none".'));
    return work(request(decided, settings, 'none'));
  }
  try {
    return await work(request(decided, settings, 'overlay'));
  } catch (error) {
    if (!(error instanceof SandboxRefused) || settings.sandbox === 'overlay') throw error;
    await consent(memory, error.message);
    return work(request(decided, settings, 'none'));
  }
}

async function consent(memory: vscode.Memento, why: string): Promise<void> {
  if (await mayRunUnprotected(memory, why)) return;
  throw new Error(vscode.l10n.t('Without a sandbox the script was not run. {0}', why));
}

function request(decided: Decided, settings: DryRunSettings, sandbox: 'overlay' | 'none'): DryRunRequest {
  return {
    script: decided.script.fsPath,
    alert: decided.alert.alert,
    fitted: decided.alert.fitted,
    timeout: decided.timeout,
    // Wazuh parts the words at the blank alone.
    extraArgs: decided.extraArgs.split(' ').filter((word) => word !== ''),
    version: settings.version,
    expected: expectedBySetting(settings.expect, path.basename(decided.script.fsPath)),
    sandbox,
    show: settings.show,
    limits: { step: settings.timeLimit * 1000 },
    workspaceFolder: vscode.workspace.getWorkspaceFolder(decided.script)?.uri.fsPath,
  };
}
