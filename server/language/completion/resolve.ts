import type { CompletionItem } from 'vscode-languageserver-types';
import type { LanguageContext } from '../context';
import { executableDocumentation } from '../documentation/executable';
import { groupDocumentation } from '../documentation/group';
import { markup } from '../documentation/markdown';
import { optionDocumentation } from '../documentation/option';
import { ruleDocumentation } from '../documentation/rule';
import { rootDocumentation, sectionDocumentation } from '../documentation/section';
import type { ItemSubject } from './request';

/** Adds the documentation of an item that the user looks at (LSP, completionItem/resolve). */
export function resolveItem(item: CompletionItem, context: LanguageContext): CompletionItem {
  const documentation = isSubject(item.data) ? documentationOf(item.data, context) : undefined;
  return documentation === undefined ? item : { ...item, documentation: markup(documentation) };
}

function documentationOf(subject: ItemSubject, context: LanguageContext): string | undefined {
  const { catalog, rules } = context;
  switch (subject.kind) {
    case 'root': {
      const root = catalog.roots.find((candidate) => candidate.name === subject.name);
      return root && rootDocumentation(root);
    }
    case 'section': {
      const section = catalog.sections.find((candidate) => candidate.section === subject.section);
      return section && sectionDocumentation(section);
    }
    case 'option': {
      const section = catalog.sections.find((candidate) => candidate.section === subject.section);
      const option = section && catalog.element(section, subject.path);
      return option && optionDocumentation(option, section, catalog);
    }
    case 'rule': {
      const rule = rules.get(subject.id);
      return rule && ruleDocumentation(rule, rules, catalog);
    }
    case 'group':
      return groupDocumentation(`${subject.name},`, rules);
    case 'executable':
      return executableDocumentation(subject.name, context);
  }
}

/** What `data` holds went through the client: it is only trusted as far as it looks. */
function isSubject(data: unknown): data is ItemSubject {
  return typeof data === 'object' && data !== null && 'kind' in data && typeof data.kind === 'string';
}
