import { t } from '@vscode/l10n';
import { fittingSample } from '../dryrun';
import type { Script } from '../script-checks';
import { type Alert, alertFor, readAlert } from '../wazuh/alert';
import { type Catalog, catalog } from '../wazuh/catalog';
import { ruleIndex } from '../wazuh/ruleset';
import { type Io, Trouble } from './io';
import { address, reason } from './places';

/** Where the user wants the alert from; at most one is given. */
export interface AlertChoice {
  /** A file of one alert. */
  readonly file: string | undefined;
  readonly rule: number | undefined;
  readonly sample: string | undefined;
}

/** An alert to send, and a word for the user where it was made up or picked. */
export interface ChosenAlert {
  readonly alert: Alert;
  readonly title: string;
}

/**
 * The alert that the user chose; without a choice, the sample that has what the script reads.
 * @throws Trouble if there is no such alert
 */
export async function chosenAlert(io: Io, choice: AlertChoice, script: Script): Promise<ChosenAlert> {
  const { file, rule, sample } = choice;
  if ([file, rule, sample].filter((one) => one !== undefined).length > 1) {
    throw new Trouble(t('say one of --alert, --rule and --sample.'));
  }
  const facts = catalog(io.catalogData);
  if (file !== undefined) return { alert: await alertIn(io, file), title: file };
  if (rule !== undefined) return forRule(rule, facts);
  if (sample !== undefined) return sampleOf(sample, facts);
  return fitting(script, facts);
}

async function alertIn(io: Io, file: string): Promise<Alert> {
  const bytes = await io.disk.bytes(address(io, file)).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', file, reason(error)));
  });
  const read = readAlert(new TextDecoder().decode(bytes));
  if (read.kind === 'problem') throw new Trouble(t('{0} holds no alert. {1}', file, read.reason));
  return read.alert;
}

function forRule(id: number, facts: Catalog): ChosenAlert {
  const rule = ruleIndex(facts, []).get(id);
  if (!rule) throw new Trouble(t('there is no stock rule {0}. Give an alert of yours with --alert.', id));
  return { alert: alertFor(rule, facts).alert, title: t('made for rule {0}: {1}', id, rule.summary) };
}

function sampleOf(name: string, facts: Catalog): ChosenAlert {
  const samples = facts.sampleAlerts();
  const found = samples.find((one) => one.name === name);
  if (found) return found;
  throw new Trouble(
    t('there is no sample {0}. There are: {1}.', name, samples.map((one) => one.name).join(', ')),
  );
}

/** The sample with the most of the fields that the script reads. */
function fitting(script: Script, facts: Catalog): ChosenAlert {
  const sample = fittingSample(script, facts);
  if (!sample) throw new Trouble(t('there is no sample alert: give one with --alert.'));
  return sample;
}
