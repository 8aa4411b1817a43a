import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver-types';
import type { StockCommand } from '../../../wazuh/catalog';
import type { Element } from '../../../wazuh/os-xml';
import { commandDocumentation, stockCommandDocumentation } from '../documentation/command';
import type { ValueSlot } from '../value-slot';
import { type CompletionRequest, replacing } from './request';

/**
 * The commands that a response may name: those defined above it, then those below, which Wazuh does not find, then
 * those of a stock installation that the file lacks, which bring their definition along.
 */
export function commandItems(slot: ValueSlot, request: CompletionRequest): CompletionItem[] {
  const { document, context } = request;
  const { definitions } = document.configuration;
  const at = slot.element.span.start;
  const isAbove = (start: number) => start < at;
  const defined = [...definitions]
    .map(([name, command]) => ({ name, command, above: isAbove(command.section.element.span.start) }))
    .sort((a, b) => Number(b.above) - Number(a.above))
    .map(({ name, command, above }) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail: above
        ? (command.executable?.text ?? '')
        : t('defined below: Wazuh does not find it from here (1303)'),
      documentation: commandDocumentation(command),
      ...replacing(document, slot.span, `${name}${slot.suffix}`),
    }));
  const stock = context.catalog.stockCommands
    .filter((command) => !definitions.has(command.name))
    .map((command) => ({
      label: command.name,
      kind: CompletionItemKind.Reference,
      detail: t('stock command, adds its definition'),
      documentation: stockCommandDocumentation(command),
      ...replacing(document, slot.span, `${command.name}${slot.suffix}`),
      additionalTextEdits: [definitionAbove(slot.element, command, request)],
    }));
  return [...defined, ...stock];
}

/** Writes a stock command's definition on the lines above the block that uses it. */
function definitionAbove(use: Element, command: StockCommand, { document }: CompletionRequest): TextEdit {
  const block = use.parent ?? use;
  const lineStart = document.text.lastIndexOf('\n', block.span.start - 1) + 1;
  const before = document.text.slice(lineStart, block.span.start);
  const indent = /^\s*$/.test(before) ? before : '';
  const step = indent === '' ? '  ' : indent.slice(0, indent.includes('\t') ? 1 : 2);
  const lines = [
    '<command>',
    `${step}<name>${command.name}</name>`,
    `${step}<executable>${command.executable}</executable>`,
    ...(command.timeoutAllowed ? [`${step}<timeout_allowed>yes</timeout_allowed>`] : []),
    '</command>',
  ];
  return {
    range: document.range({ start: block.span.start, end: block.span.start }),
    newText: `${lines.join(`\n${indent}`)}\n\n${indent}`,
  };
}
