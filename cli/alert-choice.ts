import { t } from '@vscode/l10n';
import { extraArgs, fittingAlert, ruleAlert } from '../dryrun';
import type { Script } from '../script-checks';
import type { Binding } from '../server/scripts/bindings';
import { type Alert, readAlert } from '../wazuh/alert';
import { type Catalog, catalog } from '../wazuh/catalog';
import { canRespond } from '../wazuh/model';
import type { RuleIndex, RuleSummary } from '../wazuh/ruleset';
import { type Io, Trouble } from './io';
import { address, reason } from './places';

/** Where the user wants the alert from; at most one is given. */
export interface AlertChoice {
  /** A file of one alert. */
  readonly file: string | undefined;
  readonly rule: number | undefined;
  readonly sample: string | undefined;
}

/** What is known of a script besides its text: the rules at hand, and the responses that run it. */
export interface Occasion {
  readonly rules: RuleIndex;
  readonly bindings: readonly Binding[];
}

/** An alert to send, and a word for the user where it was made up or picked. */
export interface ChosenAlert {
  readonly alert: Alert;
  readonly title: string;
  /** Whether it was made for what the script reads, so that what it lacks says nothing. */
  readonly fitted: boolean;
}

/**
 * The alert that the user chose; without a choice, one of a rule that sets off a response that runs the script; without
 * such a rule, one that is made for what the script reads.
 * @throws Trouble if there is no such alert
 */
export async function chosenAlert(
  io: Io,
  choice: AlertChoice,
  script: Script,
  { rules, bindings }: Occasion,
): Promise<ChosenAlert> {
  const { file, rule, sample } = choice;
  if ([file, rule, sample].filter((one) => one !== undefined).length > 1) {
    throw new Trouble(t('say one of --alert, --rule and --sample.'));
  }
  const facts = catalog(io.catalogData);
  if (file !== undefined) return { alert: await alertIn(io, file), title: file, fitted: false };
  if (rule !== undefined) {
    const found = rules.get(rule);
    if (!found)
      throw new Trouble(
        t(
          'there is no rule {0} among the stock rules and those of --rules. Give an alert of yours with --alert.',
          rule,
        ),
      );
    return forRule(script, found, facts, rules);
  }
  if (sample !== undefined) return sampleOf(sample, facts);
  const [bound] = bindings
    .flatMap((binding) => binding.rules)
    .flatMap((id) => rules.get(id) ?? [])
    .filter(canRespond);
  return bound ? forRule(script, bound, facts, rules) : fitting(script, facts);
}

/** The words of `<extra_args>`: what a response that runs the script says, else what the script reads. */
export function usualExtraArgs(
  script: Script,
  alert: Alert,
  { bindings: [binding] }: Occasion,
): readonly string[] {
  return binding ? words(binding.extraArgs) : extraArgs(script, alert);
}

/** Words as analysisd parts them (analysisd/ar_json.c, 4.14.7). */
export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

async function alertIn(io: Io, file: string): Promise<Alert> {
  const unreadable = (error: unknown) => {
    throw new Trouble(t('--alert: {0} cannot be read: {1}.', file, reason(error)));
  };
  if ((await io.disk.kind(address(io, file)).catch(unreadable)) === 'folder')
    throw new Trouble(t('--alert: {0} is a folder. Name a file of one alert, as in alerts.json.', file));
  const bytes = await io.disk.bytes(address(io, file)).catch(unreadable);
  const read = readAlert(new TextDecoder().decode(bytes));
  if (read.kind === 'problem') throw new Trouble(t('--alert: {0} holds no alert. {1}', file, read.reason));
  return read.alert;
}

function forRule(script: Script, rule: RuleSummary, facts: Catalog, rules: RuleIndex): ChosenAlert {
  const { alert, known } = ruleAlert(script, rule, facts, rules);
  return { alert, title: t('made for rule {0}: {1}', rule.id, rule.summary), fitted: !known };
}

function sampleOf(name: string, facts: Catalog): ChosenAlert {
  const samples = facts.sampleAlerts();
  const found = samples.find((one) => one.name === name);
  if (found) return { alert: found.alert, title: found.title, fitted: false };
  throw new Trouble(
    t('there is no sample {0}. There are: {1}.', name, samples.map((one) => one.name).join(', ')),
  );
}

function fitting(script: Script, facts: Catalog): ChosenAlert {
  const found = fittingAlert(script, facts);
  if (!found) throw new Trouble(t('there is no sample alert: give one with --alert.'));
  const { alert, sample, added } = found;
  const title = added.length === 0 ? sample.title : t('{0}, with {1}', sample.title, added.join(', '));
  return { alert, title, fitted: true };
}
