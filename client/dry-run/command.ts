import path from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../../dryrun';
import type { Catalog } from '../../wazuh/catalog';
import type { RuleSummary } from '../../wazuh/ruleset';
import { alertOf, rulesOf } from '../alerts/alerts-at-hand';
import { pickAlert } from '../alerts/pick-alert';
import type { LanguageServer } from '../language-server';
import { mayRun } from '../trust';
import { askTimeout } from './ask-timeout';
import type { Binding } from './binding';
import { bindingsOf } from './configurations';
import { type Decided, type Manner, usualManner } from './decided';
import { type Remembered, recall, remember } from './memory';
import { settleUnsaved } from './saved';
import { findTarget, placeOf, type Target } from './target';
import type { Trials } from './trials';

/** What a dry run needs from the extension. */
export interface DryRunNeeds {
  readonly server: LanguageServer;
  readonly catalog: Catalog;
  /** Where choices are kept, for this workspace. */
  readonly memory: vscode.Memento;
  readonly trials: Trials;
}

/**
 * `wazuh.dryRun`: finds the script and the response, asks for the alert, runs. The arguments may be anything. The report;
 * undefined where nothing was run, or not to its end: the user has been told why.
 */
export async function dryRunCommand(
  needs: DryRunNeeds,
  uri: unknown,
  position: unknown,
): Promise<Report | undefined> {
  if (!(await mayRun())) return undefined;
  const place = placeOf(uri, position);
  if (!place) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a script or an ossec.conf first: a dry run is about the file in the editor.'),
    );
    return undefined;
  }
  const target = await findTarget(place, needs.catalog);
  return target && isOnDisk(target.script) ? decide(needs, target) : undefined;
}

/** `wazuh.dryRunAgain`: the script of the editor, with the alert and the timeout of the last time. */
export async function dryRunAgain(needs: DryRunNeeds): Promise<Report | undefined> {
  const script = vscode.window.activeTextEditor?.document.uri;
  return script && recall(needs.memory, script)
    ? runAgain(needs, script)
    : dryRunCommand(needs, undefined, undefined);
}

/** Runs a script with the alert and the timeout of the last time. */
export async function runAgain(
  needs: DryRunNeeds,
  script: vscode.Uri,
  manner: Manner = usualManner,
): Promise<Report | undefined> {
  if (!(await mayRun())) return undefined;
  const last = recall(needs.memory, script);
  return last && run(needs, script, last, manner);
}

/** Asks for another alert and runs; timeout and response stay. */
export async function changeAlert(needs: DryRunNeeds, script: vscode.Uri): Promise<Report | undefined> {
  if (!(await mayRun())) return undefined;
  const last = recall(needs.memory, script);
  if (!last) return undefined;
  const all = await bindingsOf(baseName(script));
  const binding = all.find((one) => one.binding.command === last.command)?.binding;
  const bound = await boundTo(needs, binding);
  const source = await pickAlert({ last, bound, fromResponse: false }, needs.server, needs.catalog);
  return source && run(needs, script, { ...last, source });
}

/** Runs a script as it was decided on, and remembers that for the next time. Trust has been asked for. */
export function dryRunAs(
  needs: DryRunNeeds,
  { script, alert, timeout, command, extraArgs }: Decided,
  manner: Manner,
): Promise<Report | undefined> {
  return run(needs, script, { source: alert.source, timeout, command, extraArgs }, manner);
}

async function decide(
  needs: DryRunNeeds,
  { script, binding, fromResponse }: Target,
): Promise<Report | undefined> {
  const last = recall(needs.memory, script);
  const timeout = binding ? binding.timeout : await askTimeout(baseName(script), last?.timeout);
  if (timeout === undefined) return undefined;
  const bound = await boundTo(needs, binding);
  const source = await pickAlert({ last, bound, fromResponse }, needs.server, needs.catalog);
  const [command, extraArgs] = [binding?.command, binding?.extraArgs ?? ''];
  return source && run(needs, script, { source, timeout, command, extraArgs });
}

async function boundTo(
  { server, catalog }: DryRunNeeds,
  binding: Binding | undefined,
): Promise<readonly RuleSummary[]> {
  return binding ? rulesOf(binding.trigger, server, catalog) : [];
}

async function run(
  { server, catalog, memory, trials }: DryRunNeeds,
  script: vscode.Uri,
  choice: Omit<Remembered, 'title'>,
  manner: Manner = usualManner,
): Promise<Report | undefined> {
  const alert = await alertOf(choice.source, server, catalog);
  await remember(memory, script, { ...choice, title: alert.title });
  return (await settleUnsaved(script)) ? trials.run({ ...choice, script, alert }, manner) : undefined;
}

function baseName(script: vscode.Uri): string {
  return path.posix.basename(script.path);
}

function isOnDisk({ scheme, path: name }: vscode.Uri): boolean {
  if (scheme === 'file') return true;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} is not a file on this machine. Save it first: a dry run starts it as a program.',
      name,
    ),
  );
  return false;
}
