/** The table in which the other end of the network counts what the host tries to reach. */
const TABLE = 'inet attempts';

/** Bits of one register of nftables. */
const REGISTER = 128;

/** A key holds four registers: of longer names the end is not seen. */
const LONGEST_NAME = 4 * REGISTER;

/** Bytes of the headers of UDP and DNS; the name that is asked for stands behind them. */
const BEFORE_NAME = 8 + 12;

/** Kinds of attempts by their sets: what nftables is to count there, and how an element is told. */
const sets: Readonly<Record<string, { readonly key: string; readonly when: string }>> = {
  ...dnsSets(),
  tcp4: { key: 'ip daddr . tcp dport', when: 'tcp flags & (syn|ack) == syn' },
  tcp6: { key: 'ip6 daddr . tcp dport', when: 'tcp flags & (syn|ack) == syn' },
  udp4: { key: 'ip daddr . udp dport', when: 'udp dport != 53' },
  udp6: { key: 'ip6 daddr . udp dport', when: 'udp dport != 53' },
  ping4: { key: 'ip daddr', when: 'icmp type echo-request' },
  ping6: { key: 'ip6 daddr', when: 'icmpv6 type echo-request' },
};

/**
 * The name in a question to a DNS server, as many bytes of it as the packet holds: nftables takes no other than whole
 * words, and takes nothing from a packet that is too short for it, so there is a set for each length.
 */
function dnsSets(): Readonly<Record<string, { readonly key: string; readonly when: string }>> {
  const lengths = Array.from({ length: LONGEST_NAME / 32 }, (_, index) => (index + 1) * 32);
  return Object.fromEntries(
    lengths.map((bits) => {
      const least = BEFORE_NAME + bits / 8;
      const parts = Array.from({ length: Math.ceil(bits / REGISTER) }, (_, index) => {
        const from = index * REGISTER;
        return `@th,${BEFORE_NAME * 8 + from},${Math.min(REGISTER, bits - from)}`;
      });
      const when = `udp dport 53 udp length ${least}-${bits === LONGEST_NAME ? 65_535 : least + 3}`;
      return [`dns${bits}`, { key: parts.join(' . '), when }];
    }),
  );
}

/** For `nft --file`: counts every attempt that arrives over the cable, by what it tries to reach. */
export const countAttempts = `table ${TABLE} {
${Object.entries(sets)
  .map(([name, { key }]) => `set ${name} { typeof ${key}; size 1024; flags dynamic; }`)
  .join('\n')}
chain seen {
type filter hook prerouting priority -300;
iifname != "gate" accept
${Object.entries(sets)
  .map(([name, { key, when }]) => `${when} update @${name} { ${key} counter }`)
  .join('\n')}
}
}
`;

/** Lists what was counted, as a command for sh. */
export const listAttempts = `nft --numeric list table ${TABLE}`;

/** The attempts in such a list, and how often each was made: `tcp 203.0.113.9:443`, `dns api.example.com`. */
export function attemptsIn(listing: string): ReadonlyMap<string, number> {
  const made = [...listing.matchAll(/^\tset (\w+) \{([^}]*\{)?([^}]*)\}/gm)].flatMap(
    ([, set = '', , elements = '']) =>
      elements.split(',').flatMap((element) => {
        const [, key = '', count = ''] = /^\s*(\S.*?) counter packets (\d+)/.exec(element) ?? [];
        return key === '' ? [] : [[attempt(set, key), Number(count)] as const];
      }),
  );
  const attempts = new Map<string, number>();
  for (const [what, count] of made) attempts.set(what, (attempts.get(what) ?? 0) + count);
  return attempts;
}

function attempt(set: string, key: string): string {
  const [, protocol = '', variant = ''] = /^([a-z]+)(\d+)$/.exec(set) ?? [];
  if (protocol === 'dns') return `dns ${nameIn(key, Number(variant))}`;
  const [address = '', port] = key.split(' . ');
  const host = variant === '6' && port !== undefined ? `[${address}]` : address;
  return `${protocol} ${port === undefined ? host : `${host}:${port}`}`;
}

/** The name in the bytes of a question: labels, each with its length in front, up to one of length 0. */
function nameIn(key: string, bits: number): string {
  const parts = key.split(' . ').map((part, index) => {
    const size = Math.min(REGISTER, bits - index * REGISTER) / 4;
    return BigInt(part).toString(16).padStart(size, '0');
  });
  const bytes = Buffer.from(parts.join(''), 'hex');
  const labels: string[] = [];
  for (let at = 0; ; ) {
    const length = bytes[at];
    if (length === 0) return labels.join('.') || '.';
    if (length === undefined || at + length >= bytes.length)
      return [...labels, `${bytes.subarray(at + 1).toString('latin1')}…`].join('.');
    labels.push(bytes.subarray(at + 1, at + 1 + length).toString('latin1'));
    at += length + 1;
  }
}
