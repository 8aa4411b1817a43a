export { staticHeaders } from '../script-checks';
export { dryRun } from './dry-run';
export {
  type Expectation,
  type Expected,
  expectationWords,
  expectedDeeds,
  expectedFrom,
  expectedMeans,
  expectedWords,
} from './expectation/expected';
export { mustBeUnderstood, UnknownExpectation } from './expectation/unknown-expectation';
export { runHeaders } from './findings';
export { extraArgs, type Fitting, fittingAlert, type RuleAlert, ruleAlert } from './fitting-alert';
export { whyNotRun } from './not-run';
export type {
  Effect,
  Finding,
  Probe,
  Proof,
  Report,
  Step,
  StepReport,
  TranscriptLine,
} from './report';
export type { DryRunOptions, DryRunRequest } from './request';
export { type Limits, usualLimits } from './sandbox/limits';
export { probeSandbox, type SandboxProbe } from './sandbox/probe';
export { SandboxRefused } from './sandbox/sandbox';
export { CannotBeShown } from './sandbox/shown';
export { ScriptRefused } from './sandbox/siblings';
export { scenarioFindings, scenarioNames, scenarioSummary, scenariosFor } from './scenarios';
export { type Act, everyScenarioFails, type Occasion, type ScenarioName } from './scenarios/scenario';
export {
  type ScenarioResult,
  type ScriptTest,
  type TestOptions,
  type TestRequest,
  testScript,
} from './script-test';
export { type Target, targets } from './target';
export type { Verdict } from './verdict';
