import { availableParallelism } from 'node:os';
import { t } from '@vscode/l10n';
import type { Finding, ReadScript } from '../script-checks';
import { findings, findingsOf } from './findings';
import type { Trial } from './findings/finding';
import type { DryRunRequest } from './request';
import { add, scenarioNamed, scenariosFor } from './scenarios';
import { everyScenarioFails, type JudgedScenario, type ScenarioName } from './scenarios/scenario';
import { type Staging, stage } from './staging';

/** What to test. Without `scenarios`, all that can say something about the script. */
export type TestRequest = Omit<DryRunRequest, 'scenario'> & {
  readonly scenarios?: readonly ScenarioName[] | undefined;
};

export interface TestOptions {
  readonly readScript: ReadScript;
  /** Ends the test: `testScript` then rejects with the signal's reason, and nothing is left behind. */
  readonly signal: AbortSignal;
  /** Called when a scenario begins. Several run at the same time. */
  readonly onStart?: (name: ScenarioName) => void;
  /** Called when a scenario has its verdict, in the order in which they end. */
  readonly onScenario?: (result: ScenarioResult) => void;
}

export interface ScenarioResult {
  readonly name: ScenarioName;
  readonly verdict: 'passed' | 'failed';
  /** What was shown, in one localised sentence. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  /** Real time. */
  readonly ms: number;
}

/** A script that was tried in all its scenarios. */
export interface ScriptTest {
  /** Absolute path. */
  readonly script: string;
  readonly stateful: boolean;
  /** All that is wrong with it, each thing once: what the scenarios show, then what the text alone shows. */
  readonly findings: readonly Finding[];
  /** In the order of the list of scenarios. */
  readonly scenarios: readonly ScenarioResult[];
  /** Real time of the whole. */
  readonly ms: number;
}

/**
 * Tries a script in every scenario that applies, each in a sandbox of its own, several at a time. Rejects as `dryRun`
 * does.
 */
export async function testScript(request: TestRequest, options: TestOptions): Promise<ScriptTest> {
  const began = performance.now();
  const { signal } = options;
  signal.throwIfAborted();
  const staging = await stage({ ...request, scenario: undefined }, options.readScript);
  const chosen = chosenScenarios(request, staging);
  // All are compared with it.
  const started = performance.now();
  if (chosen.includes(add)) options.onStart?.(add.name);
  const plain = staging.trial(await staging.perform(add, { signal }), []);
  const plainResult = { trial: plain, ms: performance.now() - started };
  const results = await inParallel(chosen, availableParallelism(), async (scenario) => {
    if (scenario !== add) options.onStart?.(scenario.name);
    const { trial, ms } =
      scenario.acts === add.acts && !scenario.setting
        ? plainResult
        : await tried(scenario, staging, plain, signal);
    const result = verdict(scenario, trial, ms);
    options.onScenario?.(result);
    return result;
  });
  return {
    script: request.script,
    stateful: staging.stateful,
    findings: once([
      ...results.flatMap(({ findings }) => findings),
      ...findings(plain).filter(({ seen }) => seen === 'in the text'),
    ]),
    scenarios: results,
    ms: Math.round(performance.now() - began),
  };
}

/** Without a sandbox, those that could do harm are left out; rejects one that was asked for by name. */
function chosenScenarios(
  { scenarios, sandbox }: TestRequest,
  { occasion }: Staging,
): readonly JudgedScenario[] {
  const chosen = (scenarios ?? scenariosFor(occasion)).map(scenarioNamed);
  if (sandbox !== 'none') return chosen;
  const harmful = scenarios && chosen.find((scenario) => scenario.harmful);
  if (harmful)
    throw new Error(t('The scenario {0} is run in a sandbox alone: it could do harm.', harmful.name));
  return chosen.filter((scenario) => !scenario.harmful);
}

async function tried(
  scenario: JudgedScenario,
  staging: Staging,
  plain: Trial,
  signal: AbortSignal,
): Promise<{ readonly trial: Trial; readonly ms: number }> {
  const began = performance.now();
  const session = await staging.perform(scenario, { signal });
  return { trial: staging.trial(session, [], plain), ms: performance.now() - began };
}

function verdict(scenario: JudgedScenario, trial: Trial, ms: number): ScenarioResult {
  const found = findingsOf(trial, [...everyScenarioFails, ...scenario.looksFor]);
  const [worst] = found;
  return {
    name: scenario.name,
    verdict: worst ? 'failed' : 'passed',
    reason: worst ? firstSentence(worst.message) : scenario.shown(trial),
    findings: found,
    ms: Math.round(ms),
  };
}

/** The first sentence of a finding's message stands alone as a heading. */
function firstSentence(message: string): string {
  return /^.*?\.(?=\s|$)/s.exec(message)?.[0] ?? message;
}

function once(found: readonly Finding[]): readonly Finding[] {
  return [...new Map(found.toReversed().map((finding) => [finding.code, finding])).values()].toReversed();
}

/** Works through a list, so many at a time, in its order; waits for those under way when one has failed. */
async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const left = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of left) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (problem) {
        failed = true;
        throw problem;
      }
    }
  };
  const workers = Array.from({ length: most }, worker);
  await Promise.allSettled(workers);
  await Promise.all(workers);
  return results;
}
