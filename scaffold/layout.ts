import type { Element } from '../wazuh/os-xml';

/** How a file lays out its sections. */
export interface Layout {
  readonly eol: string;
  /** What stands before a section on its line. */
  readonly indent: string;
  /** What a child is moved in further. */
  readonly unit: string;
}

/** How the file lays out a section like this one; as the stock file does where there is none. */
export function layoutOf(text: string, section: Element | undefined): Layout {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const indent = section ? indentOf(text, section) : undefined;
  const [child] = section?.children ?? [];
  const inner = child && indentOf(text, child);
  const unit = inner?.startsWith(indent ?? '') ? inner.slice(indent?.length ?? 0) : '';
  return { eol, indent: indent ?? '  ', unit: unit || '  ' };
}

/** The blanks before an element, if it begins its line. */
function indentOf(text: string, { span }: Element): string | undefined {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** A section, two blanks a level, as the file would have it. */
export function indented(section: string, { eol, indent, unit }: Layout): string {
  const lines = section
    .split('\n')
    .map((line) => indent + line.replace(/^(?: {2})+/, (blanks) => unit.repeat(blanks.length / 2)));
  return lines.join(eol);
}
