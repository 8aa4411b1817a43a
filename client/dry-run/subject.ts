import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { type ScenarioName, scenarioNames, scenarioSummary, scenariosFor } from '../../dryrun';
import { type ReadScript, toolsOf } from '../../script-checks';
import { ruleOf, target } from '../alerts/target';
import type { Subject } from '../panel/state';
import { dryRunSettings } from '../settings';
import type { Decided, Manner } from './decided';

/** Whether a word, which may come from anywhere, names a scenario. */
export function isScenario(word: string): word is ScenarioName {
  return scenarioNames.some((name) => name === word);
}

/** The scenarios that can say something about a script, as it is on disk. */
export async function scenariosOf(
  { script, alert, timeout }: Decided,
  readScript: ReadScript,
): Promise<readonly ScenarioName[]> {
  // A script that cannot be read cannot be run either: the run says why.
  const text = await readFile(script.fsPath, 'utf8').catch(() => '');
  const { version } = dryRunSettings(script);
  const fileName = path.basename(script.fsPath);
  const tools = toolsOf(await readScript(text, fileName));
  return scenariosFor({ text, tools, fileName, alert: alert.alert, timeout, version });
}

/** What the head of the panel says of a run. */
export async function subjectOf(
  decided: Decided,
  { scenario }: Manner,
  readScript: ReadScript,
): Promise<Subject> {
  const { script, alert, timeout } = decided;
  const rule = ruleOf(alert.alert);
  const about = [rule && vscode.l10n.t('Rule {0}', rule), alert.title, target(alert.alert)];
  const usual = {
    name: '',
    label: vscode.l10n.t('usual run'),
    summary:
      timeout > 0
        ? vscode.l10n.t('An alert, and delete when its time is over. Beside it: what the handshake is worth.')
        : vscode.l10n.t('An alert, which is not undone.'),
  };
  return {
    script: path.posix.basename(script.path),
    facts: timeout > 0 ? vscode.l10n.t('stateful · {0} s', timeout) : vscode.l10n.t('stateless'),
    alert: about.filter(Boolean).join(' · '),
    scenarios: [
      usual,
      ...(await scenariosOf(decided, readScript)).map((name) => ({
        name,
        label: name,
        summary: scenarioSummary(name),
      })),
    ],
    scenario: scenario ?? usual.name,
  };
}
