import { readFileSync } from 'node:fs';

/** Flag of a route that refuses what is sent to it (RTF_REJECT, linux/route.h). */
const REJECT = 0x200;

/** The routes of a process's network, one a line: `route 203.0.113.7/32 blackhole`, `route 0.0.0.0/0 eth0`. */
export function routesOf(pid: number): readonly string[] {
  const rows = (name: string) =>
    readFileSync(`/proc/${pid}/net/${name}`, 'utf8')
      .split('\n')
      .map((row) => row.trim().split(/\s+/));
  return [...routes4(rows('route')), ...routes6(rows('ipv6_route'))];
}

function routes4(rows: readonly (readonly string[])[]): readonly string[] {
  return rows
    .filter(([iface, ...fields]) => iface !== 'Iface' && fields.length > 6)
    .map(([iface = '', destination = '', , , , , , mask = '']) => {
      const length = Number.parseInt(mask, 16).toString(2).replaceAll('0', '').length;
      return `route ${ipv4(destination)}/${length} ${iface === '*' ? 'blackhole' : iface}`;
    });
}

/** Only those that refuse: the kernel makes many others by itself. */
function routes6(rows: readonly (readonly string[])[]): readonly string[] {
  return rows
    .filter(
      ([, length, , , , , , , flags]) => length !== '00' && (Number.parseInt(flags ?? '', 16) & REJECT) !== 0,
    )
    .map(
      ([destination = '', length = '']) =>
        `route ${ipv6(destination)}/${Number.parseInt(length, 16)} blackhole`,
    );
}

/** `04030201`, the bytes from the right: 1.2.3.4. */
function ipv4(hex: string): string {
  return (hex.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.');
}

function ipv6(hex: string): string {
  return new URL(`http://[${(hex.match(/.{4}/g) ?? []).join(':')}]`).hostname.slice(1, -1);
}
