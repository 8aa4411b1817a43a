import { t } from '@vscode/l10n';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Section } from '../../wazuh/model';
import type { Element } from '../../wazuh/os-xml';
import type { ConfigurationDocument } from './document';
import { responseInShort } from './response-words';

/** The outline: roots, their sections, and the groups of options in them (LSP, textDocument/documentSymbol). */
export function documentSymbols(document: ConfigurationDocument): DocumentSymbol[] {
  const { configuration } = document;
  const sections = new Map(configuration.sections.map((section) => [section.element, section]));
  const commands = new Map(configuration.commands.map((command) => [command.section.element, command]));
  const responses = new Map(configuration.responses.map((response) => [response.section.element, response]));

  const symbol = (element: Element): DocumentSymbol => ({
    ...heading(element),
    range: document.range(element.span),
    selectionRange: document.range(element.nameSpan),
    children: element.children.filter(isOutlined).map(symbol),
  });
  const isOutlined = (element: Element): boolean => sections.has(element) || element.children.length > 0;

  function heading(element: Element): Pick<DocumentSymbol, 'name' | 'detail' | 'kind'> {
    const command = commands.get(element);
    if (command) {
      return {
        name: command.name?.text.trim() || t('command without a name'),
        detail: command.executable?.text.trim() ?? '',
        kind: SymbolKind.Function,
      };
    }
    const response = responses.get(element);
    if (response?.command) {
      return {
        name: responseInShort(response),
        detail: response.disabled ? t('disabled') : '',
        kind: SymbolKind.Event,
      };
    }
    const section = sections.get(element);
    if (section) {
      const name = section.wodle === undefined ? section.name : `${section.name} ${section.wodle}`;
      return { name: name || '?', detail: subject(section), kind: SymbolKind.Module };
    }
    return {
      name: element.name || '?',
      detail: '',
      kind: element.parent ? SymbolKind.Object : SymbolKind.Namespace,
    };
  }

  return configuration.xml.roots.map(symbol);
}

/** What tells one section from others of its name: the text of the option that is most its own. */
function subject({ name, children }: Section): string {
  const telling = {
    localfile: ['location', 'command', 'alias'],
    integration: ['name'],
    email_alerts: ['email_to'],
  };
  const options: readonly string[] = telling[name as keyof typeof telling] ?? ['name', 'tag'];
  for (const option of options) {
    const text = children.find((child) => child.name === option && child.children.length === 0)?.text.trim();
    if (text) return text;
  }
  return '';
}
