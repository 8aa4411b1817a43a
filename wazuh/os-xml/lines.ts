const lineFeed = 0x0a;

/** Tells line numbers, from 1, for offsets that mostly grow: then it walks over the text once in all. */
export function lineCounter(source: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    if (offset < counted) {
      line = 1;
      counted = 0;
    }
    for (; counted < offset; counted++) if (source.charCodeAt(counted) === lineFeed) line++;
    return line;
  };
}
