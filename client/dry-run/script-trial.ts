import path from 'node:path';
import * as vscode from 'vscode';
import { type DryRunRequest, dryRun, type Report, SandboxRefused, type TranscriptLine } from '../../dryrun';
import type { ChosenAlert } from '../alerts/alert-source';
import { ruleOf, target } from '../alerts/target';
import { type DryRunPanel, openPanel } from '../panel/panel';
import { finished, running, stopped, type Trial } from '../panel/state-of';
import { type DryRunSettings, dryRunSettings } from '../settings';
import { mayRunUnprotected } from './consent';

/** A run that was decided on. */
export interface Decided {
  readonly script: vscode.Uri;
  readonly alert: ChosenAlert;
  /** Seconds; 0 for a stateless run. */
  readonly timeout: number;
  readonly command: string | undefined;
  readonly extraArgs: string;
}

/** What is done when the user asks for it in the panel. */
export interface TrialWishes {
  runAgain(): void;
  changeAlert(): void;
  closed(): void;
}

/** The trial of one script: its panel, at most one run under way, and the last report. */
export class ScriptTrial {
  readonly #panel: DryRunPanel;
  #underWay: AbortController | undefined;
  #report: Report | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    wishes: TrialWishes,
    script: vscode.Uri,
  ) {
    const title = vscode.l10n.t('Dry Run: {0}', baseName(script));
    this.#panel = openPanel(context.extensionUri, title, {
      wants: (wish) => {
        switch (wish.type) {
          case 'runAgain':
            return wishes.runAgain();
          case 'changeAlert':
            return wishes.changeAlert();
          case 'cancel':
            return this.cancel();
          case 'copyReport':
            return void this.#copyReport();
          case 'openLine':
            return void openLine(script, wish.line);
        }
      },
      closed: () => {
        this.cancel();
        wishes.closed();
      },
    });
  }

  /** Ends the run under way, and every process of it. */
  cancel(): void {
    this.#underWay?.abort();
  }

  /**
   * Runs the script, showing what is said as it is said. The report, or undefined where there is none: what goes wrong is
   * shown in the panel, never thrown.
   */
  async run(decided: Decided): Promise<Report | undefined> {
    this.cancel();
    const controller = new AbortController();
    this.#underWay = controller;
    const trial: Trial = { subject: subject(decided), timeout: decided.timeout };
    const said: TranscriptLine[] = [];
    const isCurrent = () => this.#underWay === controller;
    this.#panel.reveal();
    this.#panel.show(running(trial, said));
    try {
      const report = await this.#tryIt(decided, controller.signal, (line) => {
        said.push(line);
        if (isCurrent()) this.#panel.show(running(trial, said));
      });
      if (!isCurrent()) return undefined;
      this.#report = report;
      this.#panel.show(finished(trial, report));
      return report;
    } catch (error) {
      if (!isCurrent()) return undefined;
      const reason = controller.signal.aborted
        ? vscode.l10n.t('You stopped the run. No process of the script is left.')
        : error instanceof Error
          ? error.message
          : String(error);
      this.#panel.show(stopped(trial, controller.signal.aborted ? 'cancelled' : 'failed', reason, said));
      return undefined;
    } finally {
      if (isCurrent()) this.#underWay = undefined;
    }
  }

  /** In the sandbox; without one only where the settings allow it and the user has agreed. */
  async #tryIt(
    decided: Decided,
    signal: AbortSignal,
    onProgress: (line: TranscriptLine) => void,
  ): Promise<Report> {
    const settings = dryRunSettings(decided.script);
    const attempt = (sandbox: 'overlay' | 'none') =>
      dryRun(request(decided, settings, sandbox), { signal, onProgress });
    if (settings.sandbox === 'none') {
      await this.#consent(vscode.l10n.t('The setting wazuh.dryRun.sandbox is "none".'));
      return attempt('none');
    }
    try {
      return await attempt('overlay');
    } catch (error) {
      if (!(error instanceof SandboxRefused) || settings.sandbox === 'overlay') throw error;
      await this.#consent(error.message);
      return attempt('none');
    }
  }

  async #consent(why: string): Promise<void> {
    if (await mayRunUnprotected(this.context.workspaceState, why)) return;
    throw new Error(vscode.l10n.t('Without a sandbox the script was not run. {0}', why));
  }

  async #copyReport(): Promise<void> {
    if (!this.#report) return;
    await vscode.env.clipboard.writeText(`${JSON.stringify(this.#report, null, 2)}\n`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The report is on the clipboard.'), 4000);
  }
}

function request(decided: Decided, settings: DryRunSettings, sandbox: 'overlay' | 'none'): DryRunRequest {
  return {
    script: decided.script.fsPath,
    alert: decided.alert.alert,
    timeout: decided.timeout,
    // Wazuh parts the words at the blank alone.
    extraArgs: decided.extraArgs.split(' ').filter((word) => word !== ''),
    version: settings.version,
    sandbox,
    limits: { step: settings.timeLimit * 1000 },
    workspaceFolder: vscode.workspace.getWorkspaceFolder(decided.script)?.uri.fsPath,
  };
}

function subject({ script, alert, timeout }: Decided): Trial['subject'] {
  const rule = ruleOf(alert.alert);
  const about = [rule && vscode.l10n.t('Rule {0}', rule), alert.title, target(alert.alert)];
  return {
    script: baseName(script),
    facts: timeout > 0 ? vscode.l10n.t('stateful · {0} s', timeout) : vscode.l10n.t('stateless'),
    alert: about.filter(Boolean).join(' · '),
  };
}

async function openLine(script: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(script);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  await vscode.window.showTextDocument(document, { selection: range, viewColumn: vscode.ViewColumn.One });
}

function baseName(script: vscode.Uri): string {
  return path.posix.basename(script.path);
}
