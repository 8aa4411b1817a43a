/** Something to be packed; its name is a relative path, and a folder's ends in `/`. */
export interface Packed {
  readonly name: string;
  /** As tar names the types: a file, a symbolic link, a character device, a folder. */
  readonly type: '0' | '2' | '3' | '5';
  readonly mode: number;
  /** Of a file. */
  readonly content?: Buffer;
  /** Of a link. */
  readonly target?: string;
}

const BLOCK = 512;

/** Bytes of a name, or of a link's target, that a header holds. */
const LONGEST = 100;

/** A tar archive (ustar; what is longer than its header holds stands in front of it, as GNU tar writes that). */
export function packed(all: Iterable<Packed>): Buffer {
  const parts: Buffer[] = [];
  for (const { name, type, mode, content = Buffer.alloc(0), target = '' } of all) {
    const [path, link] = [Buffer.from(name), Buffer.from(target)];
    if (path.length > LONGEST) parts.push(...long('L', path));
    if (link.length > LONGEST) parts.push(...long('K', link));
    parts.push(header(path, type, mode, content.length, link), ...padded(content));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** An entry whose content is the name of the next one, or where that leads. */
function long(type: 'L' | 'K', text: Buffer): readonly Buffer[] {
  const content = Buffer.concat([text, Buffer.alloc(1)]);
  return [header(Buffer.from('././@LongLink'), type, 0, content.length), ...padded(content)];
}

function header(
  path: Buffer,
  type: Packed['type'] | 'L' | 'K',
  mode: number,
  size: number,
  link: Buffer = Buffer.alloc(0),
): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) =>
    block.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
  path.copy(block, 0, 0, LONGEST);
  octal(mode, 100, 7);
  for (const owner of [108, 116]) octal(0, owner, 7);
  octal(size, 124, 11);
  octal(0, 136, 11);
  block.write(type, 156, 'latin1');
  link.copy(block, 157, 0, LONGEST);
  block.write('ustar\0' + '00', 257, 'latin1');
  for (const device of [329, 337]) octal(0, device, 7);
  // The sum is made with blanks in its own place.
  block.fill(' ', 148, 156);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  );
  block[154] = 0;
  return block;
}

function padded(content: Buffer): readonly Buffer[] {
  const rest = content.length % BLOCK;
  return rest === 0 ? [content] : [content, Buffer.alloc(BLOCK - rest)];
}
