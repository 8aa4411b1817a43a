export { requestProblem } from './check-request';
export { applied, type Edit, type Insertion, insertInto } from './insert';
export { commandName, fileName, nameProblem } from './name';
export type {
  Blocks,
  DeploymentStep,
  Scaffold,
  ScaffoldRequest,
  ScriptFile,
  ScriptLanguage,
  When,
  Where,
} from './request';
export { scaffold } from './scaffold';
export { type Template, type TemplateData, type TemplateId, template, templates } from './templates';
