export type { Catalog, CatalogData, MitreTechnique, RuleFields, StockCommand } from './catalog';
export { catalog } from './catalog';
export type {
  AttributeReference,
  ElementReference,
  Reaction,
  RootReference,
  SectionReference,
  ValueReference,
} from './reference';
