import { once } from '../once';
import type { RuleSummary } from '../ruleset';
import { type CatalogData, json } from './data';
import { type MitreTechnique, mitreTechniques } from './mitre';
import type { ElementReference, Reference, RootReference, SectionReference } from './reference';
import { type RuleFields, ruleFieldFacts } from './rule-fields';
import { readSample, type Sample, type SampleInfo, sampleList } from './samples';
import {
  type BuiltinResponse,
  type LegacyExecutable,
  type ShippedExecutable,
  type StockCommand,
  stockCommands,
} from './stock-commands';
import { stockRules } from './stock-rules';

/** Facts about Wazuh 4.14.7, read from data files the first time each is asked for. */
export interface Catalog {
  readonly roots: readonly RootReference[];
  readonly sections: readonly SectionReference[];
  /** What the name of a value's type means, in words: `duration`, `regex-os`. */
  readonly types: Readonly<Record<string, string>>;
  /** Names of sections and wodles that 5.0 no longer knows, and of those that it brings. */
  readonly changesIn5: {
    readonly removedSections: readonly string[];
    readonly newSections: readonly string[];
    readonly removedWodles: readonly string[];
  };
  readonly stockCommands: readonly StockCommand[];
  /** Responses that every ar.conf holds without being configured. */
  readonly builtinResponses: readonly BuiltinResponse[];
  /** The executables that Wazuh ships, with the system they are for. */
  readonly shippedExecutables: readonly ShippedExecutable[];
  /** Names from before 4.2 and what replaced them. */
  readonly legacyExecutables: readonly LegacyExecutable[];
  readonly stockRules: readonly RuleSummary[];
  /** The section that a `<name>` under a root stands for; for a wodle by its `name` attribute. */
  section(name: string, wodle?: string): SectionReference | undefined;
  /** The element reached by names from a section down: `element('syscheck', ['directories'])`. */
  element(section: SectionReference, path: readonly string[]): ElementReference | undefined;
  /** A technique that a stock rule names: `T1110.001`. */
  mitre(id: string): MitreTechnique | undefined;
  /** undefined where no alert of the rule was ever observed. */
  ruleFields(id: number): RuleFields | undefined;
  /** Paths that a rule needs in order to match, derived from its text: `['data.srcip']`. Empty where none is known. */
  ruleNeeds(id: number): readonly string[];
  /** What a rule's own text asks fields to hold, its parents left aside: `{ 'data.win.system.eventID': '4625' }`. */
  ruleValues(id: number): Readonly<Record<string, string>>;
  /** The sample alerts, by family. Only the list is read. */
  readonly samples: readonly SampleInfo[];
  /** A sample by its name, with its alert. */
  sample(name: string): Sample | undefined;
  /** All samples with their alerts. */
  sampleAlerts(): readonly Sample[];
}

/**
 * A catalog over data files that `data` reads. Nothing is read before it is asked for, and each file once.
 * Its members throw an error that names the file when that cannot be read or is not JSON.
 */
export function catalog(data: CatalogData): Catalog {
  const reference = once(() => json<Reference>(data, 'ossec-conf.json'));
  const commands = once(() => stockCommands(data));
  const rules = once(() => stockRules(data));
  const techniques = once(() => mitreTechniques(data));
  const fields = once(() => ruleFieldFacts(data));
  const samples = once(() => sampleList(data));
  const alerts = once(() => samples().map((info) => readSample(data, info)));
  return {
    get roots() {
      return reference().roots;
    },
    get sections() {
      return reference().sections;
    },
    get types() {
      return reference().types;
    },
    get changesIn5() {
      const { removedSectionsIn5, newSectionsIn5, removedWodlesIn5 } = reference();
      return {
        removedSections: removedSectionsIn5,
        newSections: newSectionsIn5,
        removedWodles: removedWodlesIn5,
      };
    },
    get stockCommands() {
      return commands().commands;
    },
    get builtinResponses() {
      return commands().builtin;
    },
    get shippedExecutables() {
      return commands().shippedExecutables;
    },
    get legacyExecutables() {
      return commands().legacyExecutables;
    },
    get stockRules() {
      return rules();
    },
    section: (name, wodle) => findSection(reference().sections, name, wodle),
    element: findElement,
    mitre: (id) => techniques().get(id),
    ruleFields: (id) => fields().get(id)?.observed,
    ruleNeeds: (id) => fields().get(id)?.needs ?? [],
    ruleValues: (id) => fields().get(id)?.values ?? {},
    get samples() {
      return samples();
    },
    sample(name) {
      const info = samples().find((each) => each.name === name);
      return info && readSample(data, info);
    },
    sampleAlerts: alerts,
  };
}

function findSection(
  sections: readonly SectionReference[],
  name: string,
  wodle: string | undefined,
): SectionReference | undefined {
  return sections.find(
    ({ section, element = section, wodleName, formerNames = [] }) =>
      element === name && (wodleName === wodle || (wodle !== undefined && formerNames.includes(wodle))),
  );
}

function findElement(section: SectionReference, path: readonly string[]): ElementReference | undefined {
  let children: readonly ElementReference[] = section.children;
  let found: ElementReference | undefined;
  for (const name of path) {
    found = children.find((child) => isNamed(child, name));
    if (!found) return undefined;
    children = found.children ?? [];
  }
  return found;
}

/** Whether Wazuh takes a name for this element or attribute: most are compared exactly, some without case or by their beginning. */
export function isNamed(
  reference: Pick<ElementReference, 'name' | 'nameCaseSensitive' | 'nameMatch'>,
  name: string,
): boolean {
  const [known, written] =
    reference.nameCaseSensitive === false
      ? [reference.name.toLowerCase(), name.toLowerCase()]
      : [reference.name, name];
  return reference.nameMatch === 'prefix' ? written.startsWith(known) : written === known;
}
