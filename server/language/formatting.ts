import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { Element } from '../../wazuh/os-xml';
import { contentParent, elementAt, elements, indentation } from '../../wazuh/os-xml';
import { type Span, span, touches } from '../../wazuh/span';
import type { ConfigurationDocument } from './document';

/**
 * Indents a file by its nesting, or the lines that `within` touches (LSP, textDocument/formatting and
 * rangeFormatting). Only blanks at the beginning of a line change, and only where no reader of Wazuh sees them: not in
 * the text of an option, not in comments, not in tags. A file with faults is left alone, as its nesting is a guess.
 */
export function formatting(
  document: ConfigurationDocument,
  options: FormattingOptions,
  within?: Span,
): TextEdit[] {
  const { text, configuration } = document;
  if (configuration.xml.faults.length > 0) return [];
  const step = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
  const edits: TextEdit[] = [];
  for (const { start, depth } of lineBeginnings(document)) {
    const indented = indentation(text, start);
    if (indented === undefined) continue;
    const lineStart = start - indented;
    const isLeft = within && (start < within.start || lineStart > within.end);
    if (isLeft || isIndented(text.slice(lineStart, start), step, depth)) continue;
    edits.push({ range: document.range(span(lineStart, start)), newText: step.repeat(depth) });
  }
  return edits;
}

/** Whether blanks are those of a depth already. Only where their number fits are they written to be compared. */
function isIndented(before: string, step: string, depth: number): boolean {
  return before.length === step.length * depth && before === step.repeat(depth);
}

/** The tags and comments before which blanks mean nothing, and how deep each stands. */
function lineBeginnings({ configuration }: ConfigurationDocument): { start: number; depth: number }[] {
  const { xml } = configuration;
  const depths = new Map<Element | undefined, number>([[undefined, -1]]);
  const blank = new Map<Element, boolean>();
  // Asked for each comment in an element, whose text may be long.
  const isBlank = (element: Element) => {
    const known = blank.get(element) ?? isBlankBehindChildren(element);
    blank.set(element, known);
    return known;
  };
  const depthOf = (element: Element | undefined) => depths.get(element) ?? -1;
  const beginnings: { start: number; depth: number }[] = [];
  for (const element of elements(xml)) {
    const depth = depthOf(element.parent) + 1;
    depths.set(element, depth);
    beginnings.push({ start: element.span.start, depth });
    if (element.closing.kind === 'tag' && isBlank(element)) {
      beginnings.push({ start: element.closing.span.start, depth });
    }
  }
  for (const { span: comment } of xml.comments) {
    const parent = contentParent(xml, comment.start);
    const isInTag = elementAt(xml, comment.start) !== parent;
    const isInText = parent && touches(parent.textSpan, comment.start) && !isBlank(parent);
    if (!isInTag && !isInText) beginnings.push({ start: comment.start, depth: depthOf(parent) + 1 });
  }
  return beginnings;
}

/**
 * Whether only blanks stand behind an element's last child. Wazuh keeps them as the element's text, and some readers
 * ask whether that is empty; as no line break is added or taken away, it stays what it is.
 */
function isBlankBehindChildren({ children, text }: Element): boolean {
  return children.length > 0 && text.trim() === '';
}
