export { clauseGroups, frameworkName, isCompliance, parseGroups } from './groups';
export { osRegex } from './os-regex';
export { readRules } from './read-rules';
export type { RuleIndex, RuleSummary } from './rule';
export { ruleIndex, type StockRules } from './rule-index';
