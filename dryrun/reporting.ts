import { difference } from './effects/difference';
import { effects } from './effects/effects';
import { findings } from './findings';
import { named } from './findings/acts';
import type { Trial } from './findings/finding';
import type { Report } from './report';
import { left } from './reverted';

/**
 * The report of a script that was run.
 * @param script its absolute path
 * @param ms real time that it took
 */
export function report(trial: Trial, script: string, ms: number): Report {
  const { main } = trial;
  const found = findings(trial);
  const behind = left(main, named(trial));
  return {
    script,
    scenario: main.scenario.name,
    sandbox: main.sandbox.kind,
    verdict: found.length === 0 ? 'passed' : 'failed',
    transcript: main.transcript,
    effects: main.steps.flatMap(({ step, before, after }) =>
      effects(step, difference(before, after, main.sandbox.original)),
    ),
    reverted: behind === undefined ? null : behind.length === 0,
    findings: found,
    log: main.steps.flatMap(({ log }) => log),
    exit: main.steps[0]?.conversation.exit ?? { code: null, signal: null },
    steps: main.steps.map(({ step, at, answer, conversation: { answered, exit, ms: took, stderr } }) => ({
      step,
      at,
      answer: (answered && answer?.word) || null,
      exit,
      ms: Math.round(took),
      stderr,
    })),
    whole: main.steps.every(({ after }) => after.whole),
    ms: Math.round(ms),
  };
}
