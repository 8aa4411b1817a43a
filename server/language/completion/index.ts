import { t } from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import type { Element } from '../../../wazuh/os-xml';
import type { Span } from '../../../wazuh/span';
import { type Place, place } from '../place';
import { type Reference, referenceOf } from '../reference';
import { attributeNameItems, attributeValueItems } from './attributes';
import { blockItems } from './blocks';
import { elementItems, isFragment, type TagSlot } from './elements';
import { type CompletionRequest, inOrder, replacing } from './request';
import { valueItems } from './values';

/**
 * The characters that ask for completion by themselves. Digits are among them as VS Code does not ask for numbers; the
 * blank is for attributes, and for the next word of a search for rules.
 */
export const triggerCharacters: readonly string[] = [
  '<',
  '/',
  '>',
  '"',
  "'",
  '=',
  ' ',
  ',',
  '|',
  ...'0123456789',
];

/** What could be written at the cursor (LSP, textDocument/completion). */
export function complete(request: CompletionRequest): CompletionList {
  const at = place(request.document.configuration.xml, request.offset);
  if (!isWanted(at, request)) return { isIncomplete: false, items: [] };
  switch (at.kind) {
    case 'nowhere':
      return list([]);
    case 'new-tag':
      return list(inOrder(tagItems(at.parent, at.replace, '<', request)));
    case 'tag-name': {
      const slot: TagSlot = { replace: at.replace, renamed: at.element, lead: '' };
      return list(inOrder(elementItems(at.element.parent, slot, request)));
    }
    case 'closing-tag':
      return list(at.element ? [closingItem(at.element, at.replace, '', request)] : []);
    case 'attribute-name':
      return list(attributeNameItems(at, request));
    case 'attribute-value':
      return list(attributeValueItems(at, request));
    case 'content': {
      const { parent, replace } = at;
      if (!parent || holdsElements(referenceOf(parent, request.context.catalog))) {
        return list(inOrder(tagItems(parent, replace, '', request)));
      }
      const { items, incomplete } = valueItems(parent, request);
      const close = isOpen(parent) ? [closingItem(parent, replace, '</', request)] : [];
      return { isIncomplete: incomplete, items: [...items, ...close] };
    }
  }
}

/** Whole tags: elements, blocks, a comment, and the closing tag of what is still open. */
function tagItems(
  parent: Element | undefined,
  replace: Span,
  lead: '<' | '',
  request: CompletionRequest,
): CompletionItem[] {
  const slot: TagSlot = { replace, renamed: undefined, lead };
  const { catalog } = request.context;
  const reference = parent && referenceOf(parent, catalog);
  const inSections = parent ? reference?.kind === 'root' : isFragment(request);
  return [
    ...(inSections ? blockItems(slot, request) : []),
    ...elementItems(parent, slot, request),
    ...(parent && isOpen(parent) ? [closingItem(parent, replace, '</', request)] : []),
    {
      label: '<!-- -->',
      detail: t('comment'),
      kind: CompletionItemKind.Snippet,
      ...replacing(request.document, replace, '<!-- $1 -->'),
      insertTextFormat: InsertTextFormat.Snippet,
    },
  ];
}

function closingItem(
  element: Element,
  replace: Span,
  lead: '</' | '',
  { document }: CompletionRequest,
): CompletionItem {
  const tag = `${lead}${element.name}>`;
  return {
    label: `</${element.name}>`,
    filterText: tag,
    kind: CompletionItemKind.Property,
    ...replacing(document, replace, tag),
  };
}

/** Whether what the user typed last asks for what could be written here; without a trigger the user asked. */
function isWanted(at: Place, { trigger, context, document, offset }: CompletionRequest): boolean {
  if (trigger === undefined || trigger === '<') return true;
  if (at.kind === 'attribute-name') return trigger === ' ';
  if (at.kind === 'attribute-value') return trigger === '"' || trigger === "'" || trigger === '=';
  if (at.kind === 'closing-tag') return trigger === '/';
  if (at.kind !== 'content' || !at.parent) return false;
  const reference = referenceOf(at.parent, context.catalog);
  if (reference?.kind !== 'option' || holdsElements(reference)) return false;
  const { option } = reference;
  if (trigger === '>') return true;
  // A blank goes on with a list or a search for rules; a text does not begin with one.
  if (trigger === ' ') return option.type === 'rule-id-list' && document.text.charAt(offset - 2) !== '>';
  if (/\d/.test(trigger)) return option.type === 'rule-id-list';
  return trigger === option.separator;
}

function holdsElements(reference: Reference | undefined): boolean {
  return reference !== undefined && (reference.kind !== 'option' || reference.option.type === 'group');
}

function isOpen(element: Element): boolean {
  return element.closing.kind === 'missing';
}

function list(items: CompletionItem[]): CompletionList {
  return { isIncomplete: false, items };
}
