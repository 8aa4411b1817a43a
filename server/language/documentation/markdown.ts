import type { MarkupContent } from 'vscode-languageserver-types';

/** Text as Markdown shows it, whatever it holds: a custom rule's description may hold anything. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text as code. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return text === '' ? '` `' : `${fence}${text.replace(/\s+/g, ' ')}${fence}`;
}

/** A link. */
export function link(text: string, url: string): string {
  return `[${plain(text)}](${url})`;
}

/** Paragraphs; those that are undefined or empty are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list; items that are undefined or empty are left out. */
export function bullets(...items: readonly (string | undefined)[]): string {
  return items
    .filter((item) => item !== undefined && item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
}

export function markup(value: string): MarkupContent {
  return { kind: 'markdown', value };
}
