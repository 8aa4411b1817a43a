/** An address that stands for whomever an administrator, or another tool, has shut out (TEST-NET-1, RFC 5737). */
export const FOREIGN = '192.0.2.99';

/** Where others keep entries of theirs, how a text names the place, and what puts one there. */
const places: readonly { readonly named: RegExp; readonly entry: string }[] = [
  { named: /hosts\.deny/, entry: `echo 'ALL: ${FOREIGN}' >> /etc/hosts.deny` },
  { named: /hosts\.allow/, entry: `echo 'sshd: ${FOREIGN}' >> /etc/hosts.allow` },
  { named: /\/etc\/hosts\b(?!\.)/, entry: `echo '${FOREIGN} partner.example' >> /etc/hosts` },
  { named: /\b(?:iptables|nft)\b/, entry: `iptables -A INPUT -s ${FOREIGN} -j DROP` },
  { named: /\bip6tables\b/, entry: `ip6tables -A INPUT -m comment --comment ${FOREIGN} -j ACCEPT` },
];

/** A folder of its name is where scripts keep what they have moved away, and where others have done so before. */
const quarantine = /(?<![\w./-])(?:\/[\w-]+(?:\.[\w-]+)*)*\/[\w-]*quarantined?(?=["'/\s]|$)/gim;

/**
 * Commands, one a line of sh, that put entries of somebody else where a script may act: into the files, the chains and
 * the folders that its text names.
 */
export function foreignEntries(text: string): readonly string[] {
  const folders = [...new Set([...text.matchAll(quarantine)].map(([path]) => path))];
  return [
    ...places.filter(({ named }) => named.test(text)).map(({ entry }) => entry),
    ...folders.map((path) => `mkdir -p '${path}' && echo kept > '${path}/${FOREIGN}'`),
  ];
}
