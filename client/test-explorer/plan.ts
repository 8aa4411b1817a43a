import path from 'node:path';
import * as vscode from 'vscode';
import { extraArgs as argsRead, fittingAlert, ruleAlert } from '../../dryrun';
import { expectsDelete, type ReadScript, type Script } from '../../script-checks';
import { ruleIndex } from '../../wazuh/ruleset';
import type { ChosenAlert } from '../alerts/alert-source';
import { alertOf, rulesOf } from '../alerts/alerts-at-hand';
import type { Binding } from '../dry-run/binding';
import type { DryRunNeeds } from '../dry-run/command';
import { bindingsOf, textOf } from '../dry-run/configurations';
import type { Decided } from '../dry-run/decided';
import { recall } from '../dry-run/memory';

/** Seconds until delete, for a script that shakes hands where no response says it: what the templates have. */
const USUAL_TIMEOUT = 600;

/** What a plan needs besides the extension's own: the reader of scripts. */
export interface PlanNeeds extends Pick<DryRunNeeds, 'server' | 'catalog' | 'memory'> {
  readonly readScript: ReadScript;
}

/**
 * Decides how a script is to be tested without asking anybody: bound as the workspace binds it, with the alert that the
 * user chose last, else one of a rule that sets it off, else a sample that has what the script reads.
 */
export async function plan(needs: PlanNeeds, uri: vscode.Uri): Promise<Decided> {
  const name = path.posix.basename(uri.path);
  const last = recall(needs.memory, uri);
  const all = await bindingsOf(name);
  const binding = (all.find((one) => one.binding.command === last?.command) ?? all[0])?.binding;
  const script = await needs.readScript(await textOf(uri), name);
  const timeout = binding?.timeout ?? last?.timeout ?? (expectsDelete(script) ? USUAL_TIMEOUT : 0);
  const alert =
    (last && (await alertOf(last.source, needs.server, needs.catalog).catch(gone))) ??
    (await ofBoundRule(needs, binding, script)) ??
    fitted();
  const { command, extraArgs = argsRead(script, alert.alert).join(' ') } = binding ?? {};
  return { script: uri, alert, timeout, command, extraArgs };

  function fitted(): ChosenAlert {
    const fitting = fittingAlert(script, needs.catalog);
    if (!fitting) throw new Error(vscode.l10n.t('There is no sample alert.'));
    const { sample, alert } = fitting;
    return { source: { kind: 'sample', name: sample.name }, title: sample.title, alert, fitted: true };
  }
}

async function ofBoundRule(
  { server, catalog }: PlanNeeds,
  binding: Binding | undefined,
  script: Script,
): Promise<ChosenAlert | undefined> {
  const bound = binding ? await rulesOf(binding.trigger, server, catalog) : [];
  const [rule] = bound;
  if (!rule) return undefined;
  const { alert, known } = ruleAlert(script, rule, catalog, ruleIndex(catalog, bound));
  return { source: { kind: 'rule', id: rule.id }, title: rule.summary, alert, fitted: !known };
}

/** The alert of the last time may be in a file that has gone: then there are others. */
function gone(): undefined {
  return undefined;
}
