import path from 'node:path';
import * as vscode from 'vscode';
import type { ScenarioName } from '../../dryrun';
import { scenarioSummary } from '../../dryrun';
import { isScenario, scenariosOf } from '../dry-run/subject';
import { type PlanNeeds, plan } from './plan';

/** What of a script is to be run: some scenarios, or all. */
export interface Chosen {
  readonly script: vscode.TestItem;
  readonly scenarios: readonly vscode.TestItem[];
}

/** Lists the scripts that were found, and keeps the items, with their results, of those that were there before. */
export function listScripts(controller: vscode.TestController, scripts: readonly vscode.Uri[]): void {
  controller.items.replace(
    scripts.map((uri) => controller.items.get(uri.toString()) ?? scriptItem(controller, uri)),
  );
}

function scriptItem(controller: vscode.TestController, uri: vscode.Uri): vscode.TestItem {
  const item = controller.createTestItem(uri.toString(), path.posix.basename(uri.path), uri);
  item.canResolveChildren = true;
  // The run button stands beside the script's first line.
  item.range = new vscode.Range(0, 0, 0, 0);
  return item;
}

/** Lists the scenarios that can say something about a script. */
export async function listScenarios(
  controller: vscode.TestController,
  script: vscode.TestItem,
  needs: PlanNeeds,
): Promise<void> {
  if (!script.uri) return;
  const decided = await plan(needs, script.uri);
  script.description = [folderOf(script.uri), decided.alert.title].filter(Boolean).join(' · ');
  const names = await scenariosOf(decided, needs.readScript);
  script.children.replace(
    names.map((name, index) => script.children.get(name) ?? scenarioItem(controller, script, name, index)),
  );
}

/** Where a script lies, unless it is where Wazuh has them. */
function folderOf(script: vscode.Uri): string {
  const folder = path.posix.dirname(vscode.workspace.asRelativePath(script));
  return folder === 'active-response/bin' ? '' : folder;
}

function scenarioItem(
  controller: vscode.TestController,
  script: vscode.TestItem,
  name: ScenarioName,
  index: number,
): vscode.TestItem {
  const item = controller.createTestItem(name, name, script.uri);
  item.description = scenarioSummary(name);
  // In the order of the list of scenarios, the simplest first.
  item.sortText = String(index).padStart(3, '0');
  return item;
}

/** The scenario that an item stands for; undefined for a script. */
export function scenarioOf({ id }: vscode.TestItem): ScenarioName | undefined {
  return isScenario(id) ? id : undefined;
}

/** What a request asks for, by script. The scenarios of the scripts must have been listed. */
export function chosenBy(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
): readonly Chosen[] {
  const asked = request.include ?? [...controller.items].map(([, item]) => item);
  const excluded = new Set(request.exclude);
  const byScript = new Map<vscode.TestItem, Set<vscode.TestItem>>();
  for (const item of asked) {
    const script = item.parent ?? item;
    const scenarios = byScript.get(script) ?? new Set();
    byScript.set(script, scenarios);
    for (const one of item.parent ? [item] : [...item.children].map(([, child]) => child)) scenarios.add(one);
  }
  return [...byScript]
    .filter(([script]) => !excluded.has(script))
    .map(([script, all]) => ({ script, scenarios: [...all].filter((one) => !excluded.has(one)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
}
