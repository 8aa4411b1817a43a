import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { ElementReference } from '../../../wazuh/catalog';
import { listItemAt, type ValueSlot } from '../value-slot';
import { type CompletionRequest, type ItemSubject, replacing } from './request';

/** The groups of rules, most rules first, for the item of the list at the cursor. */
export function groupItems(
  slot: ValueSlot,
  option: ElementReference,
  { document, offset, context }: CompletionRequest,
): CompletionItem[] {
  const separator = option.separator ?? ',';
  const item = listItemAt(document.text, slot.span, separator, offset);
  // Where the list is an expression over comma-ended names, the comma keeps `web` from meaning `web_scan` too.
  const end = separator === ',' ? '' : ',';
  return [...context.rules.groups].map(([name, count]) => {
    const subject: ItemSubject = { kind: 'group', name };
    return {
      label: name,
      labelDetails: { description: count === 1 ? t('1 rule') : t('{0} rules', count) },
      kind: CompletionItemKind.EnumMember,
      data: subject,
      ...replacing(document, item.span, `${name}${end}${slot.suffix}`),
    };
  });
}
