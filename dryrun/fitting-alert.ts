import {
  argumentsRead,
  fieldChoices,
  levelAskedFor,
  losesBackslashes,
  namesLookedFor,
  rulesActedOn,
  type Script,
} from '../script-checks';
import {
  type Alert,
  aboutTheTool,
  alertFor,
  field,
  fieldPaths,
  isObject,
  meaningOf,
  plausibleWord,
  seenFields,
  withFields,
  withoutEscapes,
} from '../wazuh/alert';
import type { Catalog, Sample } from '../wazuh/catalog';
import type { RuleIndex, RuleSummary } from '../wazuh/ruleset';
import { expectationOfText } from './expectation/expectation';
import type { Expected } from './expectation/expected';
import { type Target, targets } from './target';

/** What most responses act on: an address and an account, a file, and where else files and addresses are named. */
const usual: readonly string[] = [
  'ssh-brute-force',
  'file-added',
  'virustotal-malware',
  'yara-match',
  'windows-brute-force',
];

/** What to try a script with where nobody said it. */
export interface Fitting {
  /** The sample that it is made from. */
  readonly sample: Sample;
  readonly alert: Alert;
  /** The words of `<extra_args>` that the script reads. */
  readonly extraArgs: readonly string[];
  /** The fields that were added because the script reads them. */
  readonly added: readonly string[];
}

/**
 * The alert to try a script with where nobody chose one: the sample with the most of the fields that it reads, and those
 * that it lacks. Undefined without any sample.
 */
export function fittingAlert(script: Script, facts: Catalog): Fitting | undefined {
  const choices = fieldChoices(script);
  const names = namesLookedFor(script);
  const acted = rulesActedOn(script);
  const kind = kindMeant(script);
  const samples = facts.sampleAlerts();
  const order = [...usual.flatMap((one) => samples.find((sample) => sample.name === one) ?? []), ...samples];
  const has = ({ alert }: Sample) =>
    choices.filter((paths) => paths.some((path) => field(alert, path) !== undefined)).length +
    names.filter((name) => isNamed(alert, name)).length +
    (isOneOf(acted, alert) ? 1 : 0) +
    (targets(alert).some((target) => target.kind === kind) ? 1 : 0);
  const [sample] = order.toSorted((a, b) => has(b) - has(a));
  if (!sample) return undefined;
  const added = [
    ...choices.flatMap(([first = '', ...others]) =>
      [first, ...others].some((path) => field(sample.alert, path) !== undefined) ? [] : [first],
    ),
    ...names.filter((name) => !isNamed(sample.alert, name)).map(placeOf),
  ];
  const made = ofLevel(ofRule(withFields(sample.alert, added), acted), levelAskedFor(script));
  // What comes after the reading shows only where the message survives it; the scenario with backslashes shows the rest.
  const alert = losesBackslashes(script) ? withoutEscapes(made) : made;
  return { sample, alert, extraArgs: extraArgs(script, alert), added };
}

function isOneOf(rules: readonly string[], { rule }: Alert): boolean {
  return isObject(rule) && typeof rule.id === 'string' && rules.includes(rule.id);
}

/** The alert as one of a rule on which a script acts, where it acts on some alone. */
function ofRule(alert: Alert, acted: readonly string[]): Alert {
  const [id] = acted;
  if (id === undefined || isOneOf(acted, alert)) return alert;
  return { ...alert, rule: { ...(isObject(alert.rule) ? alert.rule : {}), id } };
}

/** The alert as one that is grave enough. */
function ofLevel(alert: Alert, level: number): Alert {
  const { rule } = alert;
  return isObject(rule) && typeof rule.level === 'number' && rule.level < level
    ? { ...alert, rule: { ...rule, level } }
    : alert;
}

/** An alert made for a rule, to try a script with. */
export interface RuleAlert {
  readonly alert: Alert;
  /** Whether it is known what alerts of the rule carry; else what the script reads was added to it. */
  readonly known: boolean;
}

/**
 * An alert as a rule raises it, with what the script reads of the fields that its alerts carry at times only. Where nobody
 * knows what they carry, all that the script reads is there.
 * @param rules where the rules are found on which a custom one builds
 */
export function ruleAlert(
  script: Script,
  rule: RuleSummary,
  facts: Catalog,
  rules: Pick<RuleIndex, 'get'>,
): RuleAlert {
  const { alert } = alertFor(rule, facts, rules);
  const seen = seenFields(rule, facts, rules);
  const may = (path: string) =>
    seen === undefined || seen.mayHave(path) || field(seen.alert, path) !== undefined;
  const added = fieldChoices(script).flatMap((paths) =>
    paths.some((path) => field(alert, path) !== undefined) ? [] : paths.filter(may).slice(0, 1),
  );
  return { alert: withFields(alert, added), known: seen !== undefined };
}

/** Whether a field of an alert has a name, wherever it stands. */
function isNamed(alert: Alert, name: string): boolean {
  return fieldPaths(alert).some((path) => path.split('.').some((key) => key.replaceAll('[]', '') === name));
}

/** Where a name stands that a script looks for anywhere in the message. */
function placeOf(name: string): string {
  return meaningOf(name)?.meaning === 'file' ? `syscheck.${name}` : `data.${name}`;
}

/**
 * Words for all places that a script reads: what the variables are called, and before them options of their names. What
 * may be a target is one of the alert, so that it changes with it.
 */
export function extraArgs(script: Script, alert: Alert): readonly string[] {
  const read = argumentsRead(script);
  // Of the words behind the last that has a name nothing is known: a script can do without what nobody gives it.
  const isKnown = (name: string | undefined) => name !== undefined && plausibleWord(name) !== 'word';
  const names = read.slice(0, read.findLastIndex(isKnown) + 1);
  if (names.length === 0) return targetMeant(script, alert);
  return names.map((name, at) => {
    if (name !== undefined) return ofTheAlert(plausibleWord(name), name, alert);
    const next = names.slice(at).find((each) => each !== undefined);
    return `-${(next ?? 'word').toLowerCase()}`;
  });
}

/** What each kind of response acts on. */
const actedOn: Readonly<Partial<Record<Expected, Target['kind']>>> = {
  'blocks the address': 'address',
  'locks the account': 'user',
  'moves the file away': 'file',
  'scans the file': 'file',
};

/** What a script acts on that takes its target from `<extra_args>`, and nothing from the alert. */
function kindMeant(script: Script): Target['kind'] | undefined {
  if (argumentsRead(script).length === 0) return undefined;
  if (fieldChoices(script).length > 0 || namesLookedFor(script).length > 0) return undefined;
  const { text, code } = script;
  const meant = expectationOfText({ expected: undefined, text, code })?.what;
  return meant && actedOn[meant];
}

function targetMeant(script: Script, alert: Alert): readonly string[] {
  const meant = kindMeant(script);
  const target = targets(alert).find(({ kind }) => kind === meant);
  return target ? [target.value] : [];
}

/** A word, or where it is of a kind of target that the alert names, that target. */
function ofTheAlert(word: string, name: string, alert: Alert): string {
  const [made] = aboutTheTool.has(word) ? [] : targets({ data: { [name]: word } });
  return targets(alert).find(({ kind }) => kind === made?.kind)?.value ?? word;
}
