import { t } from '@vscode/l10n';

/** Rules that came into force with a response, see ruleLines. */
export interface Fresh {
  /** The new ones. */
  readonly added: readonly string[];
  /** All that are there now. */
  readonly all: readonly string[];
}

/** Where what comes in to the host itself passes; every chain of one's own is passed from there. */
const wayIn = new Set(['INPUT', 'PREROUTING']);

const elsewhere = new Set(['FORWARD', 'OUTPUT', 'POSTROUTING']);

/** What ends the way of a packet. */
const blocks = /-j (?:DROP|REJECT|TARPIT|STEAL)\b|\b(?:drop|reject|blackhole|unreachable|prohibit)\b/;

/** Whether a rule stops whatever comes in: it is bound to no address, no port, no interface, no state. */
export function stopsEverybody(rule: string): boolean {
  const bare = rule.replaceAll(
    / -m comment --comment (?:"[^"]*"|\S+)| comment "[^"]*"| counter packets \d+ bytes \d+/g,
    '',
  );
  return (
    /^ip6?tables INPUT -j (?:DROP|REJECT)\b/.test(bare) ||
    /^nft .*\(hook input\) (?:drop|reject)\b/.test(bare)
  );
}

/** The first TCP port that rules are limited to; undefined where they are not. */
export function portOf(rules: readonly string[]): number | undefined {
  for (const rule of rules) {
    const port = /(?:--dports?|\b(?:tcp|th) dport)[ {]+(\d+)/.exec(rule)?.[1];
    if (port !== undefined) return Number(port);
  }
  return undefined;
}

/**
 * Why rules do not block an address from which connections still get through, as a localised sentence. Undefined where
 * they need not: they let something in, or are about other protocols than TCP.
 * @param attacked the TCP port that was tried
 */
export function whyOpen({ added, all }: Fresh, address: string, attacked?: number): string | undefined {
  const about = added.filter((rule) => mentions(rule, address));
  const [rule] = about;
  if (rule === undefined) {
    const other = added.map((each) => /\d+\.\d+\.\d+\.\d+|[0-9a-f]*:[0-9a-f:]*:[0-9a-f]*/i.exec(each)?.[0]);
    const named = other.find((each) => each !== undefined);
    if (named !== undefined) return t('Its rule names {0}, not {1}.', named, address);
    return added.some((each) => blocks.test(each)) ? t('No rule of it names {0}.', address) : undefined;
  }
  if (about.every((each) => /-p (?!tcp|all)\w|\b(?:udp|icmp|icmpv6) /.test(each))) return undefined;
  if (about.some((each) => /-j ACCEPT|\baccept$/.test(each))) return undefined;
  const port = portOf([rule]);
  if (port !== undefined && attacked !== undefined && port !== attacked)
    return t('Its rule is about port {0} alone.', port);
  return misplaced(rule, all) ?? ineffective(rule, all, address);
}

/** Why nothing that comes in passes a rule. */
function misplaced(rule: string, all: readonly string[]): string | undefined {
  const hook = /\((?:no hook|hook (\w+))\)/.exec(rule);
  if (hook && hook[1] === undefined)
    return t('Its chain has no hook and is entered from no other, so nothing passes it.');
  const chain = hook?.[1] ?? /^ip6?tables (?:-t \S+ )?([^\s-]\S*)/.exec(rule)?.[1];
  if (chain === undefined || wayIn.has(chain)) return undefined;
  if (elsewhere.has(chain) || hook)
    return t('Its rule is in {0}, and what comes in to the host itself does not pass there.', chain);
  return all.some((each) => each.endsWith(`-j ${chain}`) || each.endsWith(`-g ${chain}`))
    ? undefined
    : t('Its rule is in the chain {0}, to which no rule leads.', chain);
}

/** Why a rule that is passed does not block. */
function ineffective(rule: string, all: readonly string[], address: string): string {
  const set = /^nft \S+ \S+ (\S+) \{|^ipset (\S+) /.exec(rule);
  const name = set?.[1] ?? set?.[2];
  if (
    name !== undefined &&
    !all.some((each) => each.includes(`@${name} `) || each.includes(`match-set ${name} `))
  )
    return t('It puts {0} into the set {1}, of which no rule makes use.', address, name);
  if (new RegExp(`(?:-d|daddr) ${escaped(address)}\\b`).test(rule))
    return t('Its rule is about packets to {0}, not about those from there.', address);
  if (name === undefined && !blocks.test(rule)) return t('Its rule does not drop what it matches.');
  return t('Its rule does not come to bear.');
}

/** Whether a rule is about an address, however much of the mask is written. */
function mentions(rule: string, address: string): boolean {
  return new RegExp(`(?<![\\w.:])${escaped(address)}(?![\\w.:])`, 'i').test(rule);
}

function escaped(address: string): string {
  return address.replaceAll('.', '\\.');
}
