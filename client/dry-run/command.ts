import path from 'node:path';
import * as vscode from 'vscode';
import type { Catalog } from '../../wazuh/catalog';
import type { AlertSource } from '../alerts/alert-source';
import { alertOf, rulesOf } from '../alerts/alerts-at-hand';
import { pickAlert } from '../alerts/pick-alert';
import type { LanguageServer } from '../language-server';
import { mayRun } from '../trust';
import { askTimeout } from './ask-timeout';
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

/** `wazuh.dryRun`: finds the script and the response, asks for the alert, runs. The arguments may be anything. */
export async function dryRunCommand(needs: DryRunNeeds, uri: unknown, position: unknown): Promise<void> {
  if (!(await mayRun())) return;
  const place = placeOf(uri, position);
  if (!place) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a script or an ossec.conf first: a dry run is about the file in the editor.'),
    );
    return;
  }
  const target = await findTarget(place, needs.catalog);
  if (target && isOnDisk(target.script)) await decide(needs, target);
}

/** `wazuh.dryRunAgain`: the script of the editor, with the alert and the timeout of the last time. */
export async function dryRunAgain(needs: DryRunNeeds): Promise<void> {
  const script = vscode.window.activeTextEditor?.document.uri;
  if (script && recall(needs.memory, script)) await runAgain(needs, script);
  else await dryRunCommand(needs, undefined, undefined);
}

/** Runs a script as it was run the last time. */
export async function runAgain(needs: DryRunNeeds, script: vscode.Uri): Promise<void> {
  if (!(await mayRun())) return;
  const last = recall(needs.memory, script);
  if (last) await run(needs, script, last);
}

/** Asks for another alert and runs; timeout and response stay. */
export async function changeAlert(needs: DryRunNeeds, script: vscode.Uri): Promise<void> {
  if (!(await mayRun())) return;
  const last = recall(needs.memory, script);
  const wanted = { last, bound: [], fromResponse: false };
  const source = await pickAlert(wanted, needs.server, needs.catalog);
  if (source && last) await run(needs, script, { ...last, source });
}

async function decide(needs: DryRunNeeds, { script, binding, fromResponse }: Target): Promise<void> {
  const { server, catalog, memory } = needs;
  const last = recall(memory, script);
  const timeout = binding
    ? binding.timeout
    : await askTimeout(path.posix.basename(script.path), last?.timeout);
  if (timeout === undefined) return;
  const bound = binding ? await rulesOf(binding.trigger, server, catalog) : [];
  const source = await pickAlert({ last, bound, fromResponse }, server, catalog);
  if (!source) return;
  await run(needs, script, {
    source,
    timeout,
    command: binding?.command,
    extraArgs: binding?.extraArgs ?? '',
  });
}

async function run(
  { server, catalog, memory, trials }: DryRunNeeds,
  script: vscode.Uri,
  choice: Omit<Remembered, 'title'> & { readonly source: AlertSource },
): Promise<void> {
  const alert = await alertOf(choice.source, server, catalog);
  await remember(memory, script, { ...choice, title: alert.title });
  if (await settleUnsaved(script)) await trials.run({ ...choice, script, alert });
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
