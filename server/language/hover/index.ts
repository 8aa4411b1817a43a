import type { Hover } from 'vscode-languageserver-types';
import type { Element } from '../../../wazuh/os-xml';
import { elementAt } from '../../../wazuh/os-xml';
import { type Span, touches } from '../../../wazuh/span';
import type { LanguageContext } from '../context';
import type { ConfigurationDocument } from '../document';
import { markup, paragraphs, plain } from '../documentation/markdown';
import { attributeDocumentation, optionDocumentation } from '../documentation/option';
import { rootDocumentation, sectionDocumentation } from '../documentation/section';
import { attributesOf, type Reference, referenceOf } from '../reference';
import { hoverValue } from './value';

/** Markdown about what stands at the cursor, and the part of the text that it is about. */
export interface Hovered {
  readonly span: Span;
  readonly markdown: string;
}

/** What is to be said of the element, attribute or value at `offset` (LSP, textDocument/hover). */
export function hover(
  document: ConfigurationDocument,
  offset: number,
  context: LanguageContext,
): Hover | null {
  const { xml } = document.configuration;
  const element = elementAt(xml, offset);
  if (!element || xml.comments.some((comment) => touches(comment.span, offset))) return null;
  const reference = referenceOf(element, context.catalog);
  const found = reference && hovered(document, offset, context, element, reference);
  return found ? { contents: markup(found.markdown), range: document.range(found.span) } : null;
}

function hovered(
  document: ConfigurationDocument,
  offset: number,
  context: LanguageContext,
  element: Element,
  reference: Reference,
): Hovered | undefined {
  const { nameSpan, closing, attributes, textSpan } = element;
  const names = closing.kind === 'tag' ? [nameSpan, closing.nameSpan] : [nameSpan];
  const name = names.find((candidate) => touches(candidate, offset));
  if (name) return { span: name, markdown: elementDocumentation(reference, context) };
  const attribute = attributes.find((candidate) => touches(candidate.span, offset));
  if (attribute) {
    const known = attributesOf(reference).find((candidate) => candidate.name === attribute.name);
    if (!known) return undefined;
    const value = known.values?.find((candidate) => candidate.value === attribute.value);
    return {
      span: attribute.span,
      markdown: paragraphs(
        value?.doc && plain(value.doc),
        attributeDocumentation(known, element.name, context.catalog),
      ),
    };
  }
  if (reference.kind !== 'option' || !touches(textSpan, offset)) return undefined;
  return hoverValue({
    document,
    offset,
    context,
    element,
    option: reference.option,
    section: reference.section,
  });
}

function elementDocumentation(reference: Reference, { catalog }: LanguageContext): string {
  switch (reference.kind) {
    case 'root':
      return rootDocumentation(reference.root);
    case 'section':
      return sectionDocumentation(reference.section);
    case 'option':
      return optionDocumentation(reference.option, reference.section, catalog);
  }
}
