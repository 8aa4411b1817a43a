import fc from 'fast-check';

/** At a share of a text, as many characters replaced by a fragment. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What people and their tools leave behind in a file. */
const fragments = [
  ...['', '<', '>', '/', '</', '/>', '"', "'", '=', ' ', '\n', '\r\n', '\\', '&', '!', '-', '\0', 'é', '😀'],
  ...['<ti', '<loca', '<location>lo', '<level>1', '<a b="c">', '<a b=c>', '</a>', '</a >'],
  ...['<!--', '-->', '!>', '<![CDATA[', ']]>', '<?xml?>'],
];

/** One thing that a hand does while it types. */
export const anEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 1, 2, 5, 8, 40),
  inserted: fc.constantFrom(...fragments),
});

/** `text` after an edit. */
export function edited(text: string, { at, removed, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}
