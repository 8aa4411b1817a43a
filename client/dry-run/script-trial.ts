import path from 'node:path';
import * as vscode from 'vscode';
import { type DryRunOptions, dryRun, type Report, type TranscriptLine } from '../../dryrun';
import type { FromPanel } from '../panel/messages';
import { type DryRunPanel, openPanel } from '../panel/panel';
import { finished, running, stopped, type Trial } from '../panel/state-of';
import { actWords } from './act-words';
import type { Decided, Manner } from './decided';
import { explainFinding } from './explain-finding';
import { inSandbox } from './in-sandbox';
import { applyFix, quickFixes } from './quick-fix';
import { Steps } from './steps';
import { isScenario, subjectOf } from './subject';

/** What is done when the user asks for it in the panel. */
export interface TrialWishes {
  runAgain(manner: Manner): void;
  changeAlert(): void;
  sayExpected(): void;
  closed(): void;
}

/** A run under way. */
interface UnderWay {
  readonly controller: AbortController;
  readonly steps: Steps;
}

/** The trial of one script: its panel, at most one run under way, and the last report with the fixes for it. */
export class ScriptTrial {
  readonly #panel: DryRunPanel;
  #underWay: UnderWay | undefined;
  #report: Report | undefined;
  #fixes: ReadonlyMap<string, vscode.CodeAction> = new Map();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly readScript: DryRunOptions['readScript'],
    private readonly wishes: TrialWishes,
    private readonly script: vscode.Uri,
  ) {
    const title = vscode.l10n.t('Dry Run: {0}', path.posix.basename(script.path));
    this.#panel = openPanel(context.extensionUri, title, {
      wants: (wish) => this.#grant(wish),
      closed: () => {
        this.cancel();
        wishes.closed();
      },
    });
  }

  /** Ends the run under way, and every process of it. */
  cancel(): void {
    this.#underWay?.controller.abort();
    this.#underWay?.steps.next(true);
  }

  /**
   * Runs the script, showing what is said as it is said. The report, or undefined where there is none: what goes wrong is
   * shown in the panel, never thrown.
   */
  async run(decided: Decided, manner: Manner): Promise<Report | undefined> {
    this.cancel();
    const controller = new AbortController();
    const trial: Trial = {
      subject: await subjectOf(decided, manner, this.readScript),
      timeout: decided.timeout,
    };
    const said: TranscriptLine[] = [];
    const isCurrent = () => this.#underWay?.controller === controller;
    const show = (next?: string) => {
      if (isCurrent()) this.#panel.show(running(trial, said, next));
    };
    const steps = new Steps(show);
    this.#underWay = { controller, steps };
    this.#panel.reveal();
    show();
    try {
      const report = await inSandbox(decided, this.context.workspaceState, (request) =>
        dryRun(
          { ...request, scenario: manner.scenario },
          {
            signal: controller.signal,
            readScript: this.readScript,
            onProgress(line) {
              said.push(line);
              show();
            },
            ...(manner.stepping && {
              pause: (act) => steps.wait(actWords(act, decided.alert, decided.timeout)),
            }),
          },
        ),
      );
      if (!isCurrent()) return undefined;
      this.#report = report;
      this.#panel.show(finished(trial, report));
      void this.#offerFixes(trial, report);
      return report;
    } catch (error) {
      if (isCurrent()) this.#panel.show(stop(trial, controller.signal, error, said));
      return undefined;
    } finally {
      if (isCurrent()) this.#underWay = undefined;
    }
  }

  #grant(wish: Exclude<FromPanel, { readonly type: 'ready' }>): void {
    switch (wish.type) {
      case 'run': {
        const scenario = isScenario(wish.scenario) ? wish.scenario : undefined;
        this.wishes.runAgain({ scenario, stepping: wish.stepping });
        break;
      }
      case 'next':
        this.#underWay?.steps.next(wish.toEnd);
        break;
      case 'changeAlert':
        this.wishes.changeAlert();
        break;
      case 'sayExpected':
        this.wishes.sayExpected();
        break;
      case 'cancel':
        this.cancel();
        break;
      case 'copyReport':
        void this.#copyReport();
        break;
      case 'openLine':
        void openLine(this.script, wish.line);
        break;
      case 'explain':
        void explainFinding(wish.code);
        break;
      case 'fix': {
        const fix = this.#fixes.get(wish.code);
        if (fix) void applyFix(this.script, fix);
        break;
      }
    }
  }

  /** Asked for when the report is shown already: the language server takes its time. */
  async #offerFixes(trial: Trial, report: Report): Promise<void> {
    this.#fixes = await quickFixes(this.script, report.findings);
    if (this.#report !== report || this.#underWay || this.#fixes.size === 0) return;
    const titles = new Map([...this.#fixes].map(([code, { title }]) => [code, title]));
    this.#panel.show(finished(trial, report, titles));
  }

  async #copyReport(): Promise<void> {
    if (!this.#report) return;
    await vscode.env.clipboard.writeText(`${JSON.stringify(this.#report, null, 2)}\n`);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The report is on the clipboard.'), 4000);
  }
}

function stop(trial: Trial, { aborted }: AbortSignal, error: unknown, said: readonly TranscriptLine[]) {
  const reason = aborted
    ? vscode.l10n.t('You stopped the run. No process of the script is left.')
    : error instanceof Error
      ? error.message
      : String(error);
  return stopped(trial, aborted ? 'cancelled' : 'failed', reason, said);
}

async function openLine(script: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(script);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  await vscode.window.showTextDocument(document, { selection: range, viewColumn: vscode.ViewColumn.One });
}
