/** How far what begins at `start` is indented, in characters; undefined where something else stands before it in its line. */
export function indentation(source: string, start: number): number | undefined {
  let at = start;
  while (at > 0 && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--;
  return at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r' ? start - at : undefined;
}
