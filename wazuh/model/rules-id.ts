import { atoi } from './number';

/** One id of a `<rules_id>`, and where it stands in the text. */
export interface ListedRule {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** What Wazuh takes from a `<rules_id>`, and what it passes over in silence. */
export interface RulesId {
  readonly rules: readonly ListedRule[];
  /** Parts of the text that count for nothing, in order: behind a number up to the comma, and all behind a stop. */
  readonly ignored: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads a `<rules_id>` as Wazuh does: blanks and commas are skipped, a number counts up to its last digit, and what
 * follows it up to the next comma is lost; the first other character ends the list (Rule_AddAR, analysisd/rules.c,
 * 4.14.7). A line break or a tab is such a character: only the space may stand between.
 */
export function rulesId(text: string): RulesId {
  const rules: ListedRule[] = [];
  const ignored: { start: number; end: number }[] = [];
  const skip = (start: number, end: number) => {
    const part = text.slice(start, end);
    const blank = part.length - part.trimStart().length;
    if (blank < part.length) ignored.push({ start: start + blank, end: start + part.trimEnd().length });
  };
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ' || text[at] === ',') {
      at++;
      continue;
    }
    const digits = /^\d+/.exec(text.slice(at))?.[0];
    if (digits === undefined) {
      skip(at, text.length);
      break;
    }
    const end = at + digits.length;
    rules.push({ id: atoi(digits), start: at, end });
    const comma = text.indexOf(',', end);
    skip(end, comma < 0 ? text.length : comma);
    if (comma < 0) break;
    at = comma + 1;
  }
  return { rules, ignored };
}
