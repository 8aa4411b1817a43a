import { abort } from './abort';
import { add } from './add';
import { addDelete } from './add-delete';
import type { JudgedScenario, Occasion, Scenario, ScenarioName } from './scenario';
import { alert, other } from './scenario';
import { twoTargets } from './two-targets';

export { add } from './add';

/** The simplest first. */
const scenarios: readonly JudgedScenario[] = [add, addDelete, abort, twoTargets];

/** Every scenario that can be asked for. */
export const scenarioNames: readonly ScenarioName[] = scenarios.map(({ name }) => name);

/** Run beside the scenario of a stateful script: what its handshake is worth. */
export const probe: Scenario = { name: 'probe', acts: [alert, alert, other] };

export function scenarioNamed(name: ScenarioName): JudgedScenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`No scenario is called ${name}`);
  return found;
}

/** The scenarios that can say something about a script, known before anything runs. */
export function scenariosFor(occasion: Occasion): readonly ScenarioName[] {
  return scenarios.filter((scenario) => scenario.applies(occasion)).map(({ name }) => name);
}

/** What a scenario tries, in one localised line. */
export function scenarioSummary(name: ScenarioName): string {
  return scenarioNamed(name).summary();
}
