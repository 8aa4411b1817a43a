/**
 * How many bytes of UTF-8 the code unit at `index` stands for: a surrogate pair counts with its first half; a lone
 * half from U+DC80 to U+DCFF is one byte that was no UTF-8 (see `decode`).
 */
export function bytesAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit < 0xd800 || unit > 0xdfff) return 3;
  if (unit < 0xdc00) return isLow(text.charCodeAt(index + 1)) ? 4 : 3;
  if (isHigh(text.charCodeAt(index - 1))) return 0;
  return unit >= 0xdc80 && unit <= 0xdcff ? 1 : 3;
}

/** The longest beginning of `text` that fits into `limit` bytes of UTF-8, without half a character. */
export function firstBytes(text: string, limit: number): string {
  // No code unit takes more than three bytes.
  if (3 * text.length <= limit) return text;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    bytes += bytesAt(text, index);
    if (bytes > limit) return text.slice(0, index);
  }
  return text;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
