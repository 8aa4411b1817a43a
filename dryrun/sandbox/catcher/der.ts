/** Values of ASN.1 as DER writes them (X.690): a tag, a length, the content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) size.unshift(rest & 0xff);
  return Buffer.concat([
    Buffer.from(length < 128 ? [tag, length] : [tag, 0x80 | size.length, ...size]),
    content,
  ]);
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

export function set(...parts: readonly Uint8Array[]): Buffer {
  return der(0x31, ...parts);
}

/** A number that is not negative, from its bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.alloc(1) : bytes.subarray(first);
  return der(0x02, (digits[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.alloc(0), digits);
}

/** An object identifier such as `2.5.4.3`. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const septets = (value: number): readonly number[] => {
    const found = [value & 0x7f];
    for (let left = value >> 7; left > 0; left >>= 7) found.unshift(0x80 | (left & 0x7f));
    return found;
  };
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(septets)]));
}

export function octets(content: Uint8Array): Buffer {
  return der(0x04, content);
}

/** A string of bits; the last `unused` of its bytes do not count. */
export function bits(content: Uint8Array, unused = 0): Buffer {
  return der(0x03, Buffer.of(unused), content);
}

export function text(value: string): Buffer {
  return der(0x0c, Buffer.from(value));
}

export const yes = der(0x01, Buffer.of(0xff));

/** A moment, to the second (GeneralizedTime). */
export function moment(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`));
}
