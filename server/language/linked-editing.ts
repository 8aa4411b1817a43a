import type { Range } from 'vscode-languageserver-types';
import type { OsXml } from '../../wazuh/os-xml';
import { elementAt } from '../../wazuh/os-xml';
import { type Span, touches } from '../../wazuh/span';
import type { ConfigurationDocument } from './document';

/** The names of both tags of an element, where the cursor stands in one of them; undefined elsewhere. */
export function tagNamesAt(xml: OsXml, offset: number): readonly [Span, Span] | undefined {
  const element = elementAt(xml, offset);
  if (element?.closing.kind !== 'tag') return undefined;
  const names = [element.nameSpan, element.closing.nameSpan] as const;
  return names.some((name) => touches(name, offset)) ? names : undefined;
}

/** The two names that change together as one types in either (LSP, textDocument/linkedEditingRange). */
export function linkedEditingRanges(
  document: ConfigurationDocument,
  offset: number,
): { ranges: Range[]; wordPattern: string } | null {
  const names = tagNamesAt(document.configuration.xml, offset);
  return names ? { ranges: names.map(document.range), wordPattern: '[^\\s<>/"\'=]+' } : null;
}
