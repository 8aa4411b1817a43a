import { inBudget } from './budget';
import { difference } from './effects/difference';
import { effects } from './effects/effects';
import { findings, spoilers } from './findings';
import { named } from './findings/acts';
import type { Trial } from './findings/finding';
import { firstSentence, type Judged, judgeScenario, withUnread } from './judge-scenario';
import { plainly } from './judging';
import { proof } from './proof/proof';
import type { Report } from './report';
import type { DryRunRequest } from './request';
import { left } from './reverted';
import { scenarioNamed } from './scenarios';
import { failed } from './verdict';

/**
 * The report of a script that was run. A scenario that was asked for by name is judged by what it is for.
 * @param ms real time that it took
 */
export function report(trial: Trial, { script, scenario }: DryRunRequest, ms: number): Report {
  const { main } = trial;
  const judged = withUnread(
    scenario === undefined ? judgeRun(trial) : judgeScenario(scenarioNamed(scenario), [trial]),
    trial,
  );
  const { expectation } = trial;
  const behind = left(main, named(trial));
  return inBudget({
    script,
    scenario: main.scenario.name,
    sandbox: main.sandbox.kind,
    verdict: judged.verdict,
    expected: expectation?.what ?? null,
    expectedFrom: expectation?.from ?? null,
    why: judged.why,
    transcript: main.transcript,
    effects: main.steps.flatMap(({ step, before, after }) =>
      effects(step, difference(before, after, main.sandbox.original)),
    ),
    reverted: behind === undefined ? null : behind.length === 0,
    proof: proof(main),
    findings: judged.findings,
    log: main.steps.flatMap(({ responseLog }) => responseLog),
    exit: main.steps[0]?.conversation.exit ?? { code: null, signal: null },
    steps: main.steps.map(({ step, at, answer, conversation: { answered, exit, ms: took, stderr } }) => ({
      step,
      at,
      answer: (answered && answer?.word) || null,
      exit,
      ms: Math.round(took),
      stderr,
    })),
    lent: [...new Set(main.steps.flatMap(({ after }) => after.lent))],
    whole: main.steps.every(({ after, logWhole }) => after.whole && logWhole),
    ms: Math.round(ms),
  });
}

/** The verdict of a run for which no scenario was asked for: everything is looked for. */
function judgeRun(trial: Trial): Judged {
  const found = findings(trial);
  const [worst = found[0]] = spoilers(trial);
  return worst
    ? { ...failed(firstSentence(worst.message)), findings: found }
    : { ...plainly(trial), findings: [] };
}
