export type { Check, Diagnostic, Edit, Example, Fix, Problem, Related, Severity } from './check';
export type { Context, WorkspaceScript } from './context';
export { docsPath, docsUrl } from './docs-url';
export { applied } from './edits';
export { allChecks } from './registry';
export { accepted, type CheckOptions, check } from './run';
