import type * as vscode from 'vscode';
import type { DryRunOptions, Report } from '../../dryrun';
import type { Decided, Manner } from './decided';
import { ScriptTrial } from './script-trial';

/** What the panel's buttons start. */
export interface TrialCommands {
  runAgain(script: vscode.Uri, manner: Manner): void;
  changeAlert(script: vscode.Uri): void;
  sayExpected(script: vscode.Uri): void;
}

/** The trials of this window: one for each script, with its panel. */
export class Trials implements vscode.Disposable {
  readonly #byScript = new Map<string, ScriptTrial>();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly readScript: DryRunOptions['readScript'],
    private readonly commands: TrialCommands,
  ) {}

  /** Runs a script and shows it; a run of the same script that is under way is ended first. See {@link ScriptTrial.run}. */
  run(decided: Decided, manner: Manner): Promise<Report | undefined> {
    const key = decided.script.toString();
    const trial = this.#byScript.get(key) ?? this.#open(decided.script);
    this.#byScript.set(key, trial);
    return trial.run(decided, manner);
  }

  /** Ends every run. */
  dispose(): void {
    for (const trial of this.#byScript.values()) trial.cancel();
  }

  #open(script: vscode.Uri): ScriptTrial {
    return new ScriptTrial(
      this.context,
      this.readScript,
      {
        runAgain: (manner) => this.commands.runAgain(script, manner),
        changeAlert: () => this.commands.changeAlert(script),
        sayExpected: () => this.commands.sayExpected(script),
        closed: () => this.#byScript.delete(script.toString()),
      },
      script,
    );
  }
}
