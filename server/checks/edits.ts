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
  const indent = indentOf(text, whole.start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(whole.end, whole.end + 1000));
  const line = indent !== undefined && rest && span(whole.start - indent.length, whole.end + rest[0].length);
  return { span: line || whole, newText: '' };
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
  let start = offset;
  // Back over the blanks alone: the line may be as long as the file.
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, offset) : undefined;
}

/** As the first line ends. It is looked for near the start alone: there may be one line of megabytes. */
function endOfLine(text: string): string {
  const at = text.slice(0, 100_000).indexOf('\n');
  return text[at - 1] === '\r' ? '\r\n' : '\n';
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
