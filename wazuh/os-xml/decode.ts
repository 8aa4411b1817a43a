/** A file's text, and whether its bytes were clean UTF-8. */
export interface Decoded {
  /** A byte that is no UTF-8 stands in it as U+DC00 plus its value, as Python's surrogateescape writes it. */
  readonly text: string;
  readonly utf8: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Turns a file's bytes into the text that `read` takes. Wazuh's daemons read bytes and mind no encoding; clusterd
 * refuses what is not UTF-8 (load_wazuh_xml, framework/wazuh/core/utils.py, 4.14.7). A byte order mark is kept.
 */
export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: strict.decode(bytes), utf8: true };
  } catch {
    return { text: decodeByteByByte(bytes), utf8: false };
  }
}

/** Whether a text holds bytes that were no UTF-8. */
export function holdsRawBytes(text: string): boolean {
  return rawByte.test(text);
}

/** One byte that was no UTF-8: the second half of a surrogate pair, without its first. */
export const rawByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

function decodeByteByByte(bytes: Uint8Array): string {
  const parts: string[] = [];
  let clean = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    parts.push(
      strict.decode(bytes.subarray(clean, index)),
      String.fromCharCode(0xdc00 + (bytes[index] ?? 0)),
    );
    index++;
    clean = index;
  }
  parts.push(strict.decode(bytes.subarray(clean)));
  return parts.join('');
}

/** How many bytes the character at `index` has; 0 if they are no UTF-8 (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let offset = 1; offset < length; offset++) {
    const next = bytes[index + offset] ?? 0;
    const [low, high] = offset === 1 ? [lowest, highest] : [0x80, 0xbf];
    if (next < low || next > high) return 0;
  }
  return length;
}
