import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { elements } from '../../wazuh/os-xml';
import type { ConfigurationDocument } from './document';

/** Elements and comments of several lines; an element's closing tag stays in sight (LSP, textDocument/foldingRange). */
export function foldingRanges(document: ConfigurationDocument): FoldingRange[] {
  const { xml } = document.configuration;
  const line = (offset: number) => document.positionAt(offset).line;
  const ranges: FoldingRange[] = [];
  for (const { startTag, closing, span } of elements(xml)) {
    if (closing.kind === 'self') continue;
    const startLine = line(startTag.start);
    const endLine = closing.kind === 'tag' ? line(closing.span.start) - 1 : line(span.end);
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
  for (const { span } of xml.comments) {
    const startLine = line(span.start);
    const endLine = line(span.end);
    if (endLine > startLine) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
  }
  return ranges;
}
