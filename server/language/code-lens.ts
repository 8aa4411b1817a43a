import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { boundRules, fate, trigger } from '../../wazuh/model';
import { features } from '../../wazuh/versions';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';
import { whereItRuns } from './response-words';

/** Above each response: where it runs and on how many rules it fires, and a dry run of its script. */
export function codeLenses(document: ConfigurationDocument, context: LanguageContext): CodeLens[] {
  const { configuration, uri } = document;
  if (configuration.role !== 'manager' || !features(context.version).commandsInConfiguration) return [];
  return configuration.responses.flatMap((response) => {
    const range = document.range(response.section.element.nameSpan);
    const outcome = fate(configuration, response);
    if (outcome.kind === 'disabled') return { range, command: said(t('Disabled: Wazuh leaves it out')) };
    if (outcome.kind !== 'bound') return [];
    const executable = outcome.command?.executable?.text;
    const script = context.scripts.find(({ name }) => name === executable);
    const rules = boundRules(trigger(response), context.rules).length;
    const fires = rules === 1 ? t('fires on 1 rule') : t('fires on {0} rules', rules);
    return [
      ...(script ? [{ range, command: dryRun(uri, range.start) }] : []),
      { range, command: said(t('Runs on {0} · {1}', whereItRuns(response) ?? '', fires)) },
    ];
  });
}

/** On top of an active-response script: a dry run of it. */
export function scriptLenses(uri: string): CodeLens[] {
  const start = { line: 0, character: 0 };
  return [{ range: { start, end: start }, command: dryRun(uri) }];
}

/** The client's command `wazuh.dryRun`: the address of a script, or of a configuration and a place in a response. */
function dryRun(...target: readonly unknown[]): NonNullable<CodeLens['command']> {
  return { title: t('▷ Dry run'), command: 'wazuh.dryRun', arguments: [...target] };
}

/** A lens that only says something: without a command it cannot be clicked. */
function said(title: string): NonNullable<CodeLens['command']> {
  return { title, command: '' };
}
