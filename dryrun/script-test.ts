import { availableParallelism } from 'node:os';
import { t } from '@vscode/l10n';
import type { Finding, ReadScript } from '../script-checks';
import type { Expectation, Expected } from './expectation/expected';
import { findings } from './findings';
import type { Trial } from './findings/finding';
import { judgeScenario, withUnread } from './judge-scenario';
import type { NotRun } from './not-run';
import type { DryRunRequest } from './request';
import { add, scenarioNamed, scenariosFor } from './scenarios';
import type { JudgedScenario, ScenarioName, Setting } from './scenarios/scenario';
import { type Staging, stage } from './staging';
import { notShown, type Verdict } from './verdict';

/** How many scenarios run at a time: one more than there are cores, since scripts wait for execd and for their commands. */
const SIDE_BY_SIDE = availableParallelism() + 1;

/** What to test. Without `scenarios`, all that can say something about the script. */
export type TestRequest = Omit<DryRunRequest, 'scenario'> & {
  readonly scenarios?: readonly ScenarioName[] | undefined;
};

export interface TestOptions {
  readonly readScript: ReadScript;
  /** Ends the test: `testScript` then rejects with the signal's reason, and nothing is left behind. */
  readonly signal: AbortSignal;
  /** Called once, when the plain run has shown what the script should do; with undefined where nothing tells. */
  readonly onExpectation?: (expectation: Expectation | undefined) => void;
  /** Called when a scenario begins. Several run at the same time. */
  readonly onStart?: (name: ScenarioName) => void;
  /** Called when a scenario has its verdict, in the order of the list of scenarios: a verdict looks at those before it. */
  readonly onScenario?: (result: ScenarioResult) => void;
}

export interface ScenarioResult {
  readonly name: ScenarioName;
  readonly verdict: Verdict;
  /** What was shown, in one localised sentence or two; where nothing was, why, and what to do. */
  readonly why: string;
  readonly findings: readonly Finding[];
  /** Real time. */
  readonly ms: number;
}

/** A script that was tried in all its scenarios. */
export interface ScriptTest {
  /** Absolute path. */
  readonly script: string;
  readonly stateful: boolean;
  /** What the script should do; null where nobody says it and neither the plain run nor the text shows it. */
  readonly expected: Expected | null;
  /** Who says so; null where nobody does. */
  readonly expectedFrom: Expectation['from'] | null;
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
  if (staging.notRun) return untried(request.script, staging.notRun, chosen, staging.stateful, options);
  // All are compared with it.
  const started = performance.now();
  if (chosen.includes(add)) options.onStart?.(add.name);
  const plain = staging.trial(await staging.perform(add, { signal }), []);
  const { expectation } = plain;
  options.onExpectation?.(expectation);
  const plainResult = { trial: plain, ms: performance.now() - started };
  const blamed = new Map<string, ScenarioName>();
  const results: ScenarioResult[] = [];
  const had = (result: ScenarioResult) => {
    results.push(result);
    options.onScenario?.(result);
  };
  // It would not end the next time either, and each time it takes all the time that it may have.
  const [toPlay, left] =
    endless(plain) && chosen.includes(add) ? [[add], chosen.filter((one) => one !== add)] : [chosen, []];
  const rounds = toPlay.flatMap((scenario): readonly Round[] => {
    const hosts = scenario.settings?.(staging.occasion) ?? [];
    return hosts.length === 0
      ? [{ scenario, setting: undefined }]
      : hosts.map((setting) => ({ scenario, setting }));
  });
  let played: TriedRound[] = [];
  const judge = (round: TriedRound) => {
    const { scenario } = round;
    played.push(round);
    if (played.length < rounds.filter((each) => each.scenario === scenario).length) return;
    const trials = played.map(({ trial }) => trial);
    const ms = played.reduce((sum, each) => sum + each.ms, 0);
    played = [];
    const judged = judgeScenario(scenario, trials, blamed);
    // Once is enough.
    const { verdict, why, findings: found } = scenario === add ? withUnread(judged, plain) : judged;
    for (const { code } of found) blamed.set(code, scenario.name);
    had({ name: scenario.name, verdict, why, findings: found, ms: Math.round(ms) });
  };
  await inParallel(
    rounds,
    SIDE_BY_SIDE,
    async (round): Promise<TriedRound> => {
      const { scenario, setting } = round;
      if (scenario !== add && isFirst(round, rounds)) options.onStart?.(scenario.name);
      const asPlain = scenario.acts === add.acts && !setting;
      return { ...round, ...(asPlain ? plainResult : await tried(round, staging, plain, signal)) };
    },
    judge,
  );
  for (const { name } of left)
    had({
      name,
      ...notShown(t('It was not played, as a plain add did not end. Mend that first.')),
      findings: [],
      ms: 0,
    });
  return {
    script: request.script,
    stateful: staging.stateful,
    expected: expectation?.what ?? null,
    expectedFrom: expectation?.from ?? null,
    findings: once([
      ...results.flatMap(({ findings }) => findings),
      ...findings(plain).filter(({ seen }) => seen === 'in the text'),
    ]),
    scenarios: results,
    ms: Math.round(performance.now() - began),
  };
}

/** Whether a script had to be ended by the dry run. */
function endless({ main }: Trial): boolean {
  return main.steps.some(({ conversation }) => conversation.overdue);
}

/** A script that is not run here: no scenario shows anything, and its text is judged. */
function untried(
  script: string,
  { verdict, why, expectation, findings: found }: NotRun,
  chosen: readonly JudgedScenario[],
  stateful: boolean,
  { onExpectation, onStart, onScenario }: TestOptions,
): ScriptTest {
  onExpectation?.(expectation);
  const results = chosen.map(({ name }): ScenarioResult => ({ name, verdict, why, findings: [], ms: 0 }));
  for (const result of results) {
    onStart?.(result.name);
    onScenario?.(result);
  }
  return {
    script,
    stateful,
    expected: expectation?.what ?? null,
    expectedFrom: expectation?.from ?? null,
    findings: found,
    scenarios: results,
    ms: 0,
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

/** A scenario on one of its hosts. */
interface Round {
  readonly scenario: JudgedScenario;
  readonly setting: Setting | undefined;
}

function isFirst(round: Round, rounds: readonly Round[]): boolean {
  return rounds.find(({ scenario }) => scenario === round.scenario) === round;
}

interface TriedRound extends Round {
  readonly trial: Trial;
  readonly ms: number;
}

async function tried(
  { scenario, setting }: Round,
  staging: Staging,
  plain: Trial,
  signal: AbortSignal,
): Promise<{ readonly trial: Trial; readonly ms: number }> {
  const began = performance.now();
  const session = await staging.perform(scenario, { signal }, setting);
  return { trial: staging.trial(session, [], plain), ms: performance.now() - began };
}

function once(found: readonly Finding[]): readonly Finding[] {
  return [...new Map(found.toReversed().map((finding) => [finding.code, finding])).values()].toReversed();
}

/**
 * Works through a list, so many at a time, and hands the results on in its order; waits for those under way when one has
 * failed.
 */
async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
  done: (result: R) => void,
): Promise<void> {
  const results = new Map<number, R>();
  let next = 0;
  const left = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of left) {
      if (failed) return;
      try {
        results.set(index, await work(item));
        for (let first = results.get(next); first !== undefined; first = results.get(next)) {
          results.delete(next++);
          done(first);
        }
      } catch (problem) {
        failed = true;
        throw problem;
      }
    }
  };
  const workers = Array.from({ length: most }, worker);
  await Promise.allSettled(workers);
  await Promise.all(workers);
}
