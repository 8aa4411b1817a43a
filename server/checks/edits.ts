import type { Element } from '../../wazuh/os-xml';
import { type Span, span } from '../../wazuh/span';
import type { Edit } from './check';

/** Gives an element another text: `<a>x</a>`, `<a></a>` and `<a/>` all become `<a>text</a>`. */
export function setText({ closing, textSpan, startTag, name }: Element, text: string): Edit {
  if (closing.kind !== 'self') return { span: textSpan, newText: text };
  return { span: span(startTag.end - 2, startTag.end), newText: `>${text}</${name}>` };
}

/** Gives an element another name, in both its tags. */
export function rename({ nameSpan, closing }: Element, name: string): readonly Edit[] {
  const edits = [{ span: nameSpan, newText: name }];
  return closing.kind === 'tag' ? [...edits, { span: closing.nameSpan, newText: name }] : edits;
}

/** Anything that stands in the text: an element, a comment, a fault. */
interface Placed {
  readonly span: Span;
}

/** Takes something out, and its line with it where nothing else stands on it. */
export function remove(text: string, { span: whole }: Placed): Edit {
  const start = lineStart(text, whole.start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(whole.end, whole.end + 1000));
  const alone = text.slice(start, whole.start).trim() === '' && rest;
  return { span: alone ? span(start, whole.end + rest[0].length) : whole, newText: '' };
}

/** Adds lines behind something, indented as it is; on the same line where it does not begin its own. */
export function addBehind(text: string, { span: whole }: Placed, ...lines: readonly string[]): Edit {
  const indent = indentOf(text, whole.start);
  const newText = lines.map((line) => (indent === undefined ? line : `${endOfLine(text)}${indent}${line}`));
  return { span: span(whole.end, whole.end), newText: newText.join('') };
}

/** Adds lines before something, indented as it is; on the same line where it does not begin its own. */
export function addBefore(text: string, { span: whole }: Placed, ...lines: readonly string[]): Edit {
  const indent = indentOf(text, whole.start);
  const newText = lines.map((line) => (indent === undefined ? line : `${line}${endOfLine(text)}${indent}`));
  return { span: span(whole.start, whole.start), newText: newText.join('') };
}

/** The blanks before an element, if nothing else stands before it on its line. */
function indentOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return before.trim() === '' ? before : undefined;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** How deep the children of a block are indented, taken from a block that is there; two blanks where none tells. */
export function childIndent(text: string, block: Element): string {
  const outer = indentOf(text, block.span.start);
  const first = block.children[0];
  const inner = first && indentOf(text, first.span.start);
  return outer !== undefined && inner?.startsWith(outer) && inner.length > outer.length
    ? inner.slice(outer.length)
    : '  ';
}

/** The text with all edits made at once; they must not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce(
      (result, edit) => result.slice(0, edit.span.start) + edit.newText + result.slice(edit.span.end),
      text,
    );
}
