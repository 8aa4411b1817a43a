import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Target } from '../../../wazuh/catalog';
import type { ValueSlot } from '../value-slot';
import { type CompletionRequest, replacing } from './request';

/** The names of the file's `<socket>` sections, and those that Wazuh brings. */
export function socketItems(
  slot: ValueSlot,
  target: Target,
  { document }: CompletionRequest,
): CompletionItem[] {
  const defined = document.configuration.sections
    .filter((section) => section.name === 'socket')
    .flatMap((section) => section.element.children.find((child) => child.name === 'name')?.text ?? []);
  return [
    ...(target.builtin ?? []).map((name) => ({ name, detail: t('built in') })),
    ...defined.map((name) => ({ name, detail: t('socket of this file') })),
  ].map(({ name, detail }) => ({
    label: name,
    detail,
    kind: CompletionItemKind.Reference,
    ...replacing(document, slot.span, `${name}${slot.suffix}`),
  }));
}
