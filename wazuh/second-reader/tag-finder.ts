const wordCharacter = /[\p{L}\p{N}_]/uy;

/**
 * Tells whether clusterd's rewriting takes the `<` at an offset for the beginning of a tag: an optional slash, a
 * letter, digit or underscore, one character more, and a `>` later on the line. A tag that is wrapped over two lines
 * is none, nor is `<a>` where no other `>` follows on its line. Linear in all, for offsets that grow.
 */
export function tagFinder(text: string): (at: number) => boolean {
  let lineEnd = -1;
  let lastBracket = -1;
  const readLine = (from: number) => {
    lastBracket = -1;
    for (lineEnd = from; lineEnd < text.length; lineEnd++) {
      const character = text[lineEnd];
      if (character === '\n' || character === '\r') return;
      if (character === '>') lastBracket = lineEnd;
    }
  };
  return (at) => {
    if (at > lineEnd) readLine(at);
    const name = text[at + 1] === '/' ? at + 2 : at + 1;
    wordCharacter.lastIndex = name;
    const first = wordCharacter.exec(text)?.[0];
    return first !== undefined && lastBracket > name + first.length;
  };
}
