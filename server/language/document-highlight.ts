import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { commandNameAt } from './command-names';
import type { LanguageContext } from './context';
import type { ConfigurationDocument } from './document';
import { tagNamesAt } from './linked-editing';
import { placesOfRule, ruleIdAt } from './rule-ids';

/** What belongs to what stands at `offset`: a tag's other half, a command's or a rule's other places. */
export function documentHighlights(
  document: ConfigurationDocument,
  offset: number,
  { catalog }: LanguageContext,
): DocumentHighlight[] {
  const { configuration } = document;
  const command = commandNameAt(configuration, offset);
  if (command) {
    return [
      ...command.definitions.map(({ element }) => ({
        range: document.range(element.textSpan),
        kind: DocumentHighlightKind.Write,
      })),
      ...command.uses.map(({ element }) => ({
        range: document.range(element.textSpan),
        kind: DocumentHighlightKind.Read,
      })),
    ];
  }
  const rule = ruleIdAt(configuration.xml, offset, catalog);
  const places = rule
    ? placesOfRule(configuration.xml, rule.id, catalog)
    : (tagNamesAt(configuration.xml, offset) ?? []);
  return places.map((place) => ({ range: document.range(place), kind: DocumentHighlightKind.Text }));
}
