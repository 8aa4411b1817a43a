export type { Catalog } from './catalog';
export { catalog, isNamed } from './catalog';
export type { CatalogData } from './data';
export type { MitreTechnique } from './mitre';
export { mitreUrl } from './mitre';
export type {
  AttributeReference,
  Condition,
  ElementReference,
  Installation,
  NumberReader,
  Reaction,
  Requirement,
  RootReference,
  SectionReference,
  Siblings,
  System,
  Target,
  TextReference,
  Use,
  ValueReference,
} from './reference';
export type { LookupCount, RuleFields } from './rule-fields';
export type { Sample, SampleInfo } from './samples';
export type { BuiltinResponse, LegacyExecutable, ShippedExecutable, StockCommand } from './stock-commands';
