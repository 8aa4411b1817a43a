import type { RuleSummary } from '../ruleset';
import type { ElementReference, RootReference, SectionReference } from './reference';

/** One of the commands that a stock installation defines. */
export interface StockCommand {
  readonly name: string;
  readonly executable: string;
  readonly timeoutAllowed: boolean;
  readonly runsOn: readonly string[];
  /** The alert field that its script needs (`srcip`, `dstuser`), or null. */
  readonly alertField: string | null;
}

export interface MitreTechnique {
  readonly id: string;
  readonly name: string;
  readonly tactic: string;
  /** The technique's page at attack.mitre.org. */
  readonly url: string;
}

/** Which fields the alerts of a rule were measured to carry. Paths as in the alert: `data.srcip`. */
export interface RuleFields {
  readonly samples: number;
  readonly always: readonly string[];
  readonly sometimes: Readonly<Record<string, number>>;
}

/** Reads one file of `wazuh/catalog/data` by its base name. The edge passes it in; it may throw if the file is gone. */
export type CatalogData = (name: string) => string;

/** Facts about Wazuh, read from data files the first time each is asked for. */
export interface Catalog {
  readonly roots: readonly RootReference[];
  readonly sections: readonly SectionReference[];
  readonly stockCommands: readonly StockCommand[];
  /** Names of the executables that Wazuh ships, with the system they are for. */
  readonly shippedExecutables: readonly { readonly name: string; readonly system: 'unix' | 'windows' }[];
  /** Names from before 4.2 and what replaced them. */
  readonly legacyExecutables: readonly { readonly executable: string; readonly replacement: string }[];
  readonly stockRules: readonly RuleSummary[];
  /** The section that a `<name>` under a root stands for; for a wodle by its `name` attribute. */
  section(name: string, wodle?: string): SectionReference | undefined;
  /** The element reached by names from a section down: `element('syscheck', ['directories'])`. */
  element(section: SectionReference, path: readonly string[]): ElementReference | undefined;
  mitre(id: string): MitreTechnique | undefined;
  /** undefined where no alert of the rule was ever observed. */
  ruleFields(id: number): RuleFields | undefined;
}

/** A catalog over data files that `data` reads. Nothing is read before it is asked for. */
export function catalog(data: CatalogData): Catalog {
  throw new Error(`not built yet: ${String(data)}`);
}
