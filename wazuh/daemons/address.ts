import { isIP } from 'node:net';

/** What an address may carry besides itself. */
export interface AddressOptions {
  /** Whether `/24` or `/255.255.255.0` may follow. */
  readonly netmask: boolean;
}

/**
 * Whether Wazuh takes a text for an IP address: IPv4 or IPv6, a `!` before it, a mask behind it, or the word `any`,
 * which counts as one with a mask (OS_IsValidIP, src/shared/validate_op.c, 4.14.7).
 */
export function isAddress(text: string, { netmask }: AddressOptions): boolean {
  const bare = text.startsWith('!') ? text.slice(1) : text;
  if (bare === 'any') return netmask;
  const [address = '', mask, ...rest] = bare.split('/');
  if (rest.length > 0) return false;
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0) return false;
  if (mask === undefined) return true;
  return netmask && isMask(mask, version);
}

function isMask(mask: string, version: number): boolean {
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= (version === 4 ? 32 : 128);
  return version === 4 && isIP(mask) === 4;
}
