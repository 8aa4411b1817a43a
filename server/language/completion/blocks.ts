import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { features } from '../../../wazuh/versions';
import type { TagSlot } from './elements';
import { type CompletionRequest, replacing } from './request';
import { TabStops } from './snippet';

/** Whole blocks, ready to fill in: a command, and a response that runs one. Only a manager reads them. */
export function blockItems(slot: TagSlot, { document, context }: CompletionRequest): CompletionItem[] {
  const { role, definitions } = document.configuration;
  if (role !== 'manager' || !features(context.version).commandsInConfiguration || slot.renamed) return [];
  const block = (label: string, detail: string, lines: readonly string[]) => ({
    label,
    detail,
    kind: CompletionItemKind.Snippet,
    filterText: `${slot.lead}${label}`,
    ...replacing(document, slot.replace, lines.join('\n')),
    insertTextFormat: InsertTextFormat.Snippet,
  });
  const names = [...definitions.keys()];
  const command = new TabStops();
  const response = new TabStops();
  return [
    block(t('command block'), t('a command that may be undone'), [
      '<command>',
      `\t<name>${command.next('block-ip')}</name>`,
      `\t<executable>${command.next('block-ip.py')}</executable>`,
      `\t<timeout_allowed>${command.choice(['yes', 'no'])}</timeout_allowed>`,
      '</command>',
    ]),
    block(t('active-response block'), t('a response to one rule, undone after 10 minutes'), [
      '<active-response>',
      `\t<command>${names.length > 0 ? response.choice(names) : response.next()}</command>`,
      `\t<location>${response.choice(['local', 'server', 'defined-agent', 'all'])}</location>`,
      `\t<rules_id>${response.next()}</rules_id>`,
      `\t<timeout>${response.next('600')}</timeout>`,
      '</active-response>',
    ]),
  ];
}
