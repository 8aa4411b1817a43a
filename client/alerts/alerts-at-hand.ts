import * as vscode from 'vscode';
import { type Alert, alertFor, field, readAlert } from '../../wazuh/alert';
import type { Catalog } from '../../wazuh/catalog';
import { boundRules, canRespond, type Trigger } from '../../wazuh/model';
import { type RuleSummary, ruleIndex } from '../../wazuh/ruleset';
import { textOf } from '../dry-run/configurations';
import type { LanguageServer } from '../language-server';
import { findRule } from '../requests';
import type { AlertSource, ChosenAlert } from './alert-source';

/** Rules of a response that are offered; one of level 7 and above would have thousands. */
const MOST_RULES = 12;

/** Gets the alert that a source means. Throws, with a sentence for the user, where it is gone or is no alert. */
export async function alertOf(
  source: AlertSource,
  server: LanguageServer,
  catalog: Catalog,
): Promise<ChosenAlert> {
  switch (source.kind) {
    case 'sample': {
      const sample = catalog.sample(source.name);
      if (!sample) throw new Error(vscode.l10n.t('There is no sample alert {0}.', source.name));
      return { source, title: sample.title, alert: sample.alert };
    }
    case 'rule': {
      const rule = await server.ready().then((client) => findRule(client, source.id));
      if (!rule) throw new Error(vscode.l10n.t('There is no rule {0}.', source.id));
      return { source, title: rule.summary, alert: alertFor(rule, catalog).alert };
    }
    case 'file': {
      const uri = vscode.Uri.parse(source.uri);
      const path = vscode.workspace.asRelativePath(uri);
      return { source, title: path, alert: parsed(await textOf(uri), path) };
    }
    case 'text': {
      const title = vscode.l10n.t('selected text');
      return { source, title, alert: parsed(source.text, title) };
    }
    case 'line': {
      const alert = parsed(source.text, vscode.l10n.t('the line'));
      const title = field(alert, 'rule.description');
      return { source, title: typeof title === 'string' ? title : '', alert };
    }
  }
}

function parsed(text: string, name: string): Alert {
  const read = readAlert(text);
  if (read.kind === 'problem') throw new Error(vscode.l10n.t('{0} holds no alert. {1}', name, read.reason));
  return read.alert;
}

/**
 * The rules that set a response off and may, the ones it names first. Rules of the workspace are found by number; by
 * group or level only the stock rules are.
 */
export async function rulesOf(
  trigger: Trigger,
  server: LanguageServer,
  catalog: Catalog,
): Promise<readonly RuleSummary[]> {
  const client = await server.ready();
  const named = await Promise.all(trigger.ids.slice(0, MOST_RULES).map(({ id }) => findRule(client, id)));
  const others =
    named.length < MOST_RULES && (trigger.group !== undefined || trigger.level > 0)
      ? boundRules({ ...trigger, ids: [] }, ruleIndex(catalog, []))
      : [];
  const all = [...named.filter((rule) => rule !== undefined).filter(canRespond), ...others];
  return [...new Map(all.map((rule) => [rule.id, rule])).values()].slice(0, MOST_RULES);
}
