import { abort } from './abort';
import { add } from './add';
import { addDelete } from './add-delete';
import { allowListedTarget } from './allow-listed-target';
import { backslashes } from './backslashes';
import { bigAlert } from './big-alert';
import { later } from './change';
import { concurrent } from './concurrent';
import { deleteTwice } from './delete-twice';
import { deleteWithoutAdd } from './delete-without-add';
import { emptyLine } from './empty-line';
import { enableDisable } from './enable-disable';
import { hostileValuesScenario } from './hostile-values';
import { ipv6Target } from './ipv6-target';
import { malformedJson } from './malformed-json';
import { missingTarget } from './missing-target';
import { networkRefuses } from './network-refuses';
import { networkSilent } from './network-silent';
import { noLogFolder } from './no-log-folder';
import { repeatedOffender } from './repeated-offender';
import type { JudgedScenario, Occasion, Scenario, ScenarioName } from './scenario';
import { alert, other } from './scenario';
import { stdinHeldOpen } from './stdin-held-open';
import { toolMissing } from './tool-missing';
import { twoTargets } from './two-targets';

export { add } from './add';

/** The simplest first. */
const scenarios: readonly JudgedScenario[] = [
  add,
  addDelete,
  enableDisable,
  abort,
  twoTargets,
  repeatedOffender,
  deleteWithoutAdd,
  deleteTwice,
  missingTarget,
  ipv6Target,
  allowListedTarget,
  hostileValuesScenario,
  backslashes,
  malformedJson,
  emptyLine,
  bigAlert,
  stdinHeldOpen,
  toolMissing,
  noLogFolder,
  networkSilent,
  networkRefuses,
  concurrent,
];

/** Every scenario that can be asked for. */
export const scenarioNames: readonly ScenarioName[] = scenarios.map(({ name }) => name);

/** Run beside the scenario of a stateful script: what its handshake is worth. */
export const probe: Scenario = { name: 'probe', acts: [alert, { ...alert, change: later }, other] };

export function scenarioNamed(name: ScenarioName): JudgedScenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`No scenario is called ${name}`);
  return found;
}

/** The scenarios that can say something about a script, known before anything runs. */
export function scenariosFor(occasion: Occasion): readonly ScenarioName[] {
  return scenarios.filter((scenario) => scenario.applies(occasion)).map(({ name }) => name);
}

/** Codes of the findings that make a scenario fail, besides those that make every scenario fail. */
export function scenarioFindings(name: ScenarioName): readonly string[] {
  return scenarioNamed(name).looksFor;
}

/** What a scenario tries, in one localised line. */
export function scenarioSummary(name: ScenarioName): string {
  return scenarioNamed(name).summary();
}
