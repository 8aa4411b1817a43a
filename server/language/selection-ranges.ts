import type { SelectionRange } from 'vscode-languageserver-types';
import type { Element } from '../../wazuh/os-xml';
import { elementAt } from '../../wazuh/os-xml';
import { type Span, span, touches } from '../../wazuh/span';
import type { ConfigurationDocument } from './document';
import { wordAt } from './place';

/** From the word at `offset` outwards to the whole file (LSP, textDocument/selectionRange). */
export function selectionRange(document: ConfigurationDocument, offset: number): SelectionRange {
  const { text, configuration } = document;
  const { roots, comments } = configuration.xml;
  const spans: Span[] = [wordAt(text, offset)];
  const comment = comments.find((candidate) => touches(candidate.span, offset));
  if (comment) spans.push(comment.span);
  for (let element = elementAt(configuration.xml, offset); element; element = element.parent) {
    const attribute = element.attributes.find((candidate) => touches(candidate.span, offset));
    if (attribute) spans.push(attribute.valueSpan, attribute.span);
    if (touches(element.startTag, offset)) spans.push(element.startTag);
    spans.push(content(element), element.span);
  }
  if (roots.length > 0) spans.push(span(0, text.length));
  return nested(
    document,
    spans.filter((each) => touches(each, offset)),
  );
}

function content({ startTag, closing, span: whole }: Element): Span {
  return span(startTag.end, closing.kind === 'tag' ? closing.span.start : whole.end);
}

/** The spans as ranges, each in the next; one that does not hold the one before is left out. */
function nested(document: ConfigurationDocument, spans: readonly Span[]): SelectionRange {
  const [innermost = span(0, 0), ...outer] = spans;
  const chain = [innermost];
  for (const next of outer) {
    const last = chain.at(-1) ?? innermost;
    const holds = next.start <= last.start && last.end <= next.end;
    if (holds && (next.start !== last.start || next.end !== last.end)) chain.push(next);
  }
  return chain.reduceRight<SelectionRange | undefined>(
    (parent, each) => ({ range: document.range(each), ...(parent && { parent }) }),
    undefined,
  ) as SelectionRange;
}
