/** One alternative of an OS_Regex expression, and where it stands in it. */
export interface Alternative {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes an expression apart at its `|`; a backslash before one keeps it. */
export function alternatives(expression: string): readonly Alternative[] {
  return Array.from(expression.matchAll(/(?:\\.|[^\\|])+/gs), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** Whether an alternative is the plain name of a group, with or without the comma behind it. */
export function isPlain(text: string): boolean {
  return /^[^\\()^$|,\s][^\\()^$|,]*,?$/.test(text) && text === text.trim();
}
