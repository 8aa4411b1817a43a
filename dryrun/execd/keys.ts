import type { WazuhVersion } from '../../wazuh/versions';
import { type CJson, item, parse } from './cjson';

/** Longest first line that execd takes: fgets into 8192 bytes (src/os_execd/execd.c, 4.14.7). */
export const LONGEST_LINE = 8191;

/** Room for the keys, and for the whole key with the script's name in front (OS_SIZE_4096). */
const LONGEST_KEY = 4096;

/**
 * The first line in what a script wrote: up to its newline or the 8191st byte, whichever comes first. Undefined while
 * neither is there; `ended` says that nothing more will come, so that the rest counts as a line.
 */
export function firstLine(written: Buffer, ended: boolean): Buffer | undefined {
  const newline = written.subarray(0, LONGEST_LINE).indexOf(0x0a);
  if (newline !== -1) return written.subarray(0, newline + 1);
  if (written.length >= LONGEST_LINE) return written.subarray(0, LONGEST_LINE);
  return ended && written.length > 0 ? written : undefined;
}

/** The keys in a script's line, if the line is a `check_keys` message that this release takes; else undefined. */
export function keysOf(line: string, version: WazuhVersion): readonly string[] | undefined {
  const message = parse(line);
  if (!message || !wellFormed(message, version)) return undefined;
  const command = item(message, 'command');
  if (command?.kind !== 'string' || command.value !== 'check_keys') return undefined;
  const keys = item(item(message, 'parameters'), 'keys');
  return keys?.kind === 'array'
    ? keys.items.flatMap((key) => (key.kind === 'string' ? [key.value] : []))
    : [];
}

/** Up to 4.14 the answer needs its version, origin and parameters (get_json_from_input); 5.0 asks for less. */
function wellFormed(message: CJson, version: WazuhVersion): boolean {
  return (
    version === '5.0' ||
    (item(message, 'version')?.kind === 'number' &&
      item(message, 'origin')?.kind === 'object' &&
      item(message, 'parameters')?.kind === 'object')
  );
}

/**
 * The key under which execd remembers a response: the script's base name, and each key behind a dash. A line that is
 * no `check_keys` message still counts, with the name alone. The first key that does not fit ends the list.
 * @param program the path that was run, such as `active-response/bin/block-ip`
 */
export function timeoutKey(program: string, line: string, version: WazuhVersion): string {
  let joined = '';
  for (const key of keysOf(line, version) ?? []) {
    if (bytes(joined) + bytes(key) + 2 > LONGEST_KEY) break;
    joined += `-${key}`;
  }
  const name = program.slice(program.lastIndexOf('/') + 1);
  return Buffer.from(name + joined)
    .subarray(0, LONGEST_KEY - 1)
    .toString();
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
