/**
 * The version of a numeric address as getaddrinfo takes it with AI_NUMERICHOST (get_ip_version,
 * src/active-response/active_responses.c, 4.14.7; glibc): `203.0.113.7`, but also `127.1`, `0x7f.1` and `fe80::1%eth0`.
 * undefined for everything else: host names, `203.0.113.7:80`, `203.0.113.0/24`, blanks around it.
 */
export function addressVersion(text: string): 4 | 6 | undefined {
  if (isIpv4(text)) return 4;
  const [, address = '', zone] = /^([^%]*)(?:%(.*))?$/s.exec(text) ?? [];
  return isIpv6(address) && (zone === undefined || isZone(zone, address)) ? 6 : undefined;
}

/** A number, or for a link-local address the name of an interface; whether the host has it cannot be known here. */
function isZone(zone: string, address: string): boolean {
  return /^\d+$/.test(zone) || (zone !== '' && /^fe[89ab]/i.test(address));
}

/** One to four numbers, decimal, octal (`0…`) or hexadecimal (`0x…`); the last one fills all bytes that are left. */
function isIpv4(text: string): boolean {
  const parts = text.split('.').map(number);
  const last = parts.at(-1);
  if (parts.length > 4 || last === undefined || parts.includes(undefined)) return false;
  const leading = parts.slice(0, -1);
  return leading.every((part) => part !== undefined && part <= 255) && last < 256 ** (4 - leading.length);
}

function number(text: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9][0-9]*$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Eight groups of hexadecimal digits, `::` for a run of zeros, the last two perhaps as a dotted IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const counts = halves.map((half, index) => groups(half, index === halves.length - 1));
  if (counts.includes(undefined)) return false;
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return halves.length === 2 ? total <= 7 : total === 8;
}

/** How many of the eight groups a part between `::` stands for; undefined where it is none. */
function groups(part: string, mayEndInIpv4: boolean): number | undefined {
  if (part === '') return 0;
  const pieces = part.split(':');
  const dotted = mayEndInIpv4 && isDotted(pieces.at(-1) ?? '');
  const plain = dotted ? pieces.slice(0, -1) : pieces;
  if (!plain.every((piece) => /^[0-9a-fA-F]{1,4}$/.test(piece))) return undefined;
  return plain.length + (dotted ? 2 : 0);
}

/** Four decimal numbers without leading zeros. */
function isDotted(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}
