export type { RuleIndex, RuleSummary } from './rule';
