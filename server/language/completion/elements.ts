import { t } from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { type ElementReference, isNamed, type SectionReference } from '../../../wazuh/catalog';
import type { Element } from '../../../wazuh/os-xml';
import type { Span } from '../../../wazuh/span';
import { gone, optionsUnder, type Reference, referenceOf, sectionsFor, tagOf } from '../reference';
import { type CompletionRequest, type ItemSubject, replacing } from './request';
import { optionSnippet, sectionSnippet } from './snippet';

/** Where an element's tags go: the whole of them, or a name whose closing tag follows it. */
export interface TagSlot {
  readonly replace: Span;
  /** The element that is renamed; undefined where whole tags are written. */
  readonly renamed: Element | undefined;
  /** `<` where it is typed already and replaced: the editor compares it with what the items begin with. */
  readonly lead: '<' | '';
}

/** The elements that may be written under `parent`, or as roots without one, best first. */
export function elementItems(
  parent: Element | undefined,
  slot: TagSlot,
  request: CompletionRequest,
): CompletionItem[] {
  if (!parent) {
    return isFragment(request)
      ? [...sectionItems(slot, request), ...rootItems(slot, request)]
      : rootItems(slot, request);
  }
  const reference = referenceOf(parent, request.context.catalog);
  switch (reference?.kind) {
    case 'root':
      return sectionItems(slot, request);
    case 'section':
    case 'option':
      return optionItems(parent, reference, slot, request);
    case undefined:
      return [];
  }
}

/** Whether a file has sections at its top, without a root: people keep parts of a configuration so. */
export function isFragment({ document, context }: CompletionRequest): boolean {
  return document.configuration.sections.some(
    ({ root, name, wodle }) => !root && context.catalog.section(name, wodle) !== undefined,
  );
}

function rootItems(slot: TagSlot, request: CompletionRequest): CompletionItem[] {
  const { catalog, version } = request.context;
  const { role } = request.document.configuration;
  const fits = (name: string) => (role === 'agent.conf') === (name === 'agent_config');
  return catalog.roots
    .filter((root) => root.sinceVersion === undefined || gone(root.sinceVersion, version))
    .sort((a, b) => Number(fits(b.name)) - Number(fits(a.name)))
    .map((root) =>
      item(slot, request, {
        name: root.name,
        snippet: `<${root.name}>\n\t$0\n</${root.name}>`,
        kind: CompletionItemKind.Module,
        subject: { kind: 'root', name: root.name },
      }),
    );
}

function sectionItems(slot: TagSlot, request: CompletionRequest): CompletionItem[] {
  const { context, document } = request;
  const { role, sections } = document.configuration;
  const written = (section: SectionReference) =>
    sections.some(
      (present) =>
        present.element !== slot.renamed &&
        present.name === tagOf(section) &&
        present.wodle === section.wodleName,
    );
  const installation = role === 'manager' ? 'manager' : 'agent';
  const rank = (section: SectionReference) => {
    if (section.deprecated) return 3;
    if (written(section) && !section.repeatable) return 2;
    const needed = section.requiredOn?.includes(installation) && role !== 'agent.conf';
    return needed && !written(section) ? 0 : 1;
  };
  return sectionsFor(context.catalog, role, context.version)
    .filter((section) => !slot.renamed || section.wodleName === undefined)
    .map((section) => ({ section, rank: rank(section) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ section }) => {
      const reference: Reference = { kind: 'section', section };
      const required = optionsUnder(reference, role, context.version).filter((option) => option.required);
      const name = tagOf(section);
      return item(slot, request, {
        name,
        label: section.wodleName === undefined ? name : `${name} ${section.wodleName}`,
        snippet: sectionSnippet(section, required),
        kind: CompletionItemKind.Class,
        deprecated: section.deprecated !== undefined,
        subject: { kind: 'section', section: section.section },
      });
    });
}

function optionItems(
  parent: Element,
  reference: Extract<Reference, { kind: 'section' | 'option' }>,
  slot: TagSlot,
  request: CompletionRequest,
): CompletionItem[] {
  const { version } = request.context;
  const { role } = request.document.configuration;
  const siblings = parent.children.filter((child) => child !== slot.renamed);
  const written = (name: string) => siblings.some((sibling) => sibling.name === name);
  const present = (option: ElementReference) => siblings.some((sibling) => isNamed(option, sibling.name));
  const rank = (option: ElementReference) => {
    if (option.deprecated) return 3;
    if (option.conflictsWith?.some(written)) return 2;
    return option.required && !present(option) ? 0 : 1;
  };
  return optionsUnder(reference, role, version)
    .filter((option) => option.repeatable || !present(option))
    .map((option) => ({ option, rank: rank(option) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) =>
      item(slot, request, {
        name: option.name,
        snippet: optionSnippet(option),
        kind: option.type === 'group' ? CompletionItemKind.Struct : CompletionItemKind.Property,
        detail: inShort(option),
        deprecated: option.deprecated !== undefined,
        subject: {
          kind: 'option',
          section: reference.section.section,
          path: [...pathOf(parent), option.name],
        },
      }),
    );
}

/** The names from below the section down to `element`. */
function pathOf(element: Element): string[] {
  const above = element.parent;
  return above?.parent ? [...pathOf(above), element.name] : [];
}

/** An option in a few words: whether it must be there, what it takes, what counts without it. */
function inShort(option: ElementReference): string {
  const words = option.values?.map((value) => value.value) ?? [];
  return [
    option.required ? t('required') : '',
    words.length > 0 && words.length <= 4 ? words.join(' | ') : option.type,
    option.default === undefined ? '' : t('default {0}', option.default),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function item(
  slot: TagSlot,
  { document }: CompletionRequest,
  what: {
    readonly name: string;
    readonly label?: string;
    readonly snippet: string;
    readonly kind: CompletionItemKind;
    readonly detail?: string;
    readonly deprecated?: boolean;
    readonly subject: ItemSubject;
  },
): CompletionItem {
  const { label = what.name } = what;
  const { renamed } = slot;
  return {
    label,
    kind: what.kind,
    filterText: `${slot.lead}${label}`,
    data: what.subject,
    ...(what.detail !== undefined && { detail: what.detail }),
    ...(what.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(renamed
      ? {
          ...replacing(document, slot.replace, what.name),
          ...(renamed.closing.kind === 'tag' && {
            additionalTextEdits: [{ range: document.range(renamed.closing.nameSpan), newText: what.name }],
          }),
        }
      : {
          ...replacing(document, slot.replace, what.snippet),
          insertTextFormat: InsertTextFormat.Snippet,
        }),
  };
}
