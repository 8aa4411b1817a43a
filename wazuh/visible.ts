/**
 * What a reader does not see, or what does something instead of being seen: control characters, C1 too, which move a
 * terminal's cursor; marks that turn the direction of a line or take no place; separators that end a line for some
 * readers only; halves of a character; what XML 1.0 holds no place for.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * Text from elsewhere as one line that only says something: what would not be seen is written as an escape (`\u001b`,
 * `\u202e`), and so is what the log of a CI takes for an order: `::` at the start of a line (GitHub), `##[` and `##vso[`
 * anywhere in it (GitHub, Azure).
 */
export function visible(text: string): string {
  return text
    .replace(unseen, (character) => short[character] ?? units(character))
    .replaceAll(/#(?=\[|vso\[)/gi, String.raw`\u0023`)
    .replace(/^(\s*):(?=:)/, String.raw`$1\u003a`);
}

/** The same for text of several lines, whose tabs stay. */
export function visibleLines(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === '\n' || part === '\t' ? part : visible(part)))
    .join('');
}

/** The same for every text in a value: a copy. */
export function visibleTexts<T>(value: T): T;
export function visibleTexts(value: unknown): unknown {
  if (typeof value === 'string') return visibleLines(value);
  if (Array.isArray(value)) return value.map((one: unknown) => visibleTexts(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visibleTexts(one)]));
}

/** A value as JSON that means the same, and holds nothing that a terminal or the log of a CI would act on. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, units)
    .replaceAll(/#(?=\[|vso\[)/gi, String.raw`\u0023`);
}

/** As JSON writes it: by UTF-16 code units. */
function units(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
