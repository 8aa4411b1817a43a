import type { Location } from 'vscode-languageserver-types';
import { commandNameAt } from './command-names';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';
import { placesOfRule, ruleIdAt } from './rule-ids';

/** The uses of the command or rule at `offset` in this file (LSP, textDocument/references). */
export function references(
  document: ConfigurationDocument,
  offset: number,
  { catalog }: LanguageContext,
  includeDeclaration: boolean,
): Location[] {
  const { configuration, uri } = document;
  const command = commandNameAt(configuration, offset);
  if (command) {
    const values = includeDeclaration ? [...command.definitions, ...command.uses] : command.uses;
    return values.map(({ element }) => ({ uri, range: document.range(element.textSpan) }));
  }
  const rule = ruleIdAt(configuration.xml, offset, catalog);
  if (!rule) return [];
  return placesOfRule(configuration.xml, rule.id, catalog).map((place) => ({
    uri,
    range: document.range(place),
  }));
}
