import type * as vscode from 'vscode';
import type { Report } from '../../dryrun';
import { type DryRunNeeds, dryRunAs } from '../dry-run/command';
import { mayRun } from '../trust';
import { scenarioOf } from './items';
import { type PlanNeeds, plan } from './plan';

/** `wazuh.dryRunTest`: runs a test once more in the panel, where everything that is said and done can be seen. */
export async function showInPanel(
  needs: DryRunNeeds & PlanNeeds,
  item: unknown,
): Promise<Report | undefined> {
  if (!isTest(item) || !(await mayRun())) return undefined;
  const decided = await plan(needs, item.uri);
  return dryRunAs(needs, decided, { scenario: scenarioOf(item), stepping: false });
}

/** A command may be called with anything; the Test Explorer's menu hands it the item. */
function isTest(item: unknown): item is vscode.TestItem & { readonly uri: vscode.Uri } {
  return typeof item === 'object' && item !== null && 'id' in item && 'uri' in item && item.uri !== undefined;
}
