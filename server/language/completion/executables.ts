import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { ValueSlot } from '../value-slot';
import { type CompletionRequest, type ItemSubject, replacing } from './request';

/** The scripts of the workspace, then what Wazuh ships, with the system that it is for; what a stock command runs first. */
export function executableItems(slot: ValueSlot, { document, context }: CompletionRequest): CompletionItem[] {
  const own = new Map(
    context.scripts.map((script) => [
      script.name,
      script.executable === false ? t('in this workspace, not executable') : t('in this workspace'),
    ]),
  );
  const { shippedExecutables, stockCommands } = context.catalog;
  const isStock = (name: string) => stockCommands.some(({ executable }) => executable === name);
  const shipped = shippedExecutables
    .filter(({ name }) => !own.has(name))
    .sort((a, b) => Number(isStock(b.name)) - Number(isStock(a.name)))
    .map(({ name, system }): [string, string] => [
      name,
      system === 'windows' ? t('ships with Wazuh for Windows') : t('ships with Wazuh for Unix and macOS'),
    ]);
  return [...own, ...shipped].map(([name, detail]) => {
    const subject: ItemSubject = { kind: 'executable', name };
    return {
      label: name,
      kind: CompletionItemKind.File,
      detail,
      data: subject,
      ...replacing(document, slot.span, `${name}${slot.suffix}`),
    };
  });
}
