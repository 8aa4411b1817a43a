/**
 * A function of sh, `rules FIRST TOOL...`: everything that filters in the network of a sandbox, by its first process.
 * Each part has the name of the command that says it in front. `TOOL` is what else to ask: `ipset`, `rule`.
 */
export const listRules = `rules() {
  process=/proc/$1
  shift
  said=$(nsenter "--net=$process/ns/net" nft --numeric list ruleset 2> /dev/null) || said='table ip table ip6'
  printf '== nft\\n%s\\n' "$said"
  # Most often iptables is a face of nft, and has nothing to tell where nft has no such table.
  case $said in *'table ip '*) : ;; *) read -r table < $process/net/ip_tables_names ;; esac 2> /dev/null &&
    part iptables iptables-save
  case $said in *'table ip6'*) : ;; *) read -r table < $process/net/ip6_tables_names ;; esac 2> /dev/null &&
    part ip6tables ip6tables-save
  case $* in *ipset*) part ipset ipset save ;; esac
  case $* in *rule*) part rule ip rule && part rule ip -6 rule ;; esac
}
part() {
  printf '== %s\\n' "$1"
  shift
  nsenter "--net=$process/ns/net" "$@" 2> /dev/null
}`;

/**
 * The rules in a listing, one a line: `iptables INPUT -s 203.0.113.7/32 -j DROP`, with `-t` for other tables than filter;
 * `nft inet wazuh input ip saddr 203.0.113.7 drop`. Policies that accept are no rules. How a rule came to its place
 * (appended, inserted) cannot be seen any more. Tables that iptables lists are left out of what nft lists.
 */
export function ruleLines(listing: string): readonly string[] {
  const parts = listing.split(/^== /m);
  const said = (command: string) =>
    parts.filter((part) => part.startsWith(`${command}\n`)).flatMap((part) => part.split('\n').slice(1));
  const families = { iptables: 'ip', ip6tables: 'ip6' };
  const tables = new Set<string>();
  const iptables = Object.entries(families).flatMap(([command, family]) => {
    const { rules, names } = savedRules(said(command));
    for (const name of names) tables.add(`${family} ${name}`);
    return rules.map((rule) => `${command} ${rule}`);
  });
  return [
    ...iptables,
    ...nftRules(said('nft').join('\n'), tables).map((rule) => `nft ${rule}`),
    ...said('ipset')
      .filter((line) => line.startsWith('add '))
      .map((line) => `ipset ${line.slice(4).replace(/ timeout \d+/, '')}`),
    ...said('rule')
      .map((line) => line.replace(/^\d+:\s*/, '').trim())
      .filter((rule) => rule !== '' && !/^from all lookup (?:local|main|default)$/.test(rule))
      .map((rule) => `ip rule ${rule}`),
  ];
}

/** What iptables-save lists: its rules without the `-A`, and the names of its tables. */
function savedRules(lines: readonly string[]): { rules: readonly string[]; names: readonly string[] } {
  const [rules, names]: [string[], string[]] = [[], []];
  for (const line of lines) {
    const table = /^\*(\w+)/.exec(line)?.[1];
    if (table) names.push(table);
    const where = names.at(-1) === 'filter' ? '' : `-t ${names.at(-1)} `;
    const chain = /^:(\S+) (\S+)/.exec(line);
    if (chain && chain[2] === '-') rules.push(`${where}-N ${chain[1]}`);
    else if (chain && chain[2] !== 'ACCEPT') rules.push(`${where}-P ${chain[1]} ${chain[2]}`);
    if (line.startsWith('-A ')) rules.push(where + line.slice(3));
  }
  return { rules, names };
}

/** What nft lists, but for some tables: rules with their chain, and the members of sets. */
function nftRules(ruleset: string, without: ReadonlySet<string>): readonly string[] {
  const rules: string[] = [];
  for (const [, table = '', body = ''] of ruleset.matchAll(/^table (.+?) \{\n(.*?)^\}/gms)) {
    if (without.has(table)) continue;
    for (const [, kind, name = '', inner = ''] of body.matchAll(/^\t(chain|set|map) (\S+) \{\n(.*?)^\t\}/gms))
      rules.push(
        ...(kind === 'chain' ? chainRules(inner, hook(name, inner, ruleset)) : members(inner)).map(
          (rule) => `${table} ${name} ${rule}`,
        ),
      );
  }
  return rules;
}

function chainRules(inner: string, hook: string): readonly string[] {
  return inner
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => {
      const policy = /^type .*policy (\w+);/.exec(line)?.[1] ?? 'accept';
      if (policy !== 'accept') return [`${hook}policy ${policy}`];
      if (line === '' || /^(?:type|comment) /.test(line)) return [];
      return [hook + line.replace(/ counter packets \d+ bytes \d+/, ' counter')];
    });
}

/** Where a chain is passed, if that is not on the way in: an attacker passes none of those. */
function hook(name: string, inner: string, ruleset: string): string {
  const place = /^\s*type \w+ hook (\w+)/m.exec(inner)?.[1];
  if (place === undefined) return new RegExp(`\\b(?:jump|goto) ${name}\\b`).test(ruleset) ? '' : '(no hook) ';
  return ['input', 'prerouting', 'ingress'].includes(place) ? '' : `(hook ${place}) `;
}

function members(inner: string): readonly string[] {
  const elements = /elements = \{(.*)\}/s.exec(inner)?.[1] ?? '';
  return elements
    .split(',')
    .map((element) => element.replace(/ expires \S+| counter packets \d+ bytes \d+/g, '').trim())
    .filter((element) => element !== '')
    .map((element) => `{ ${element} }`);
}
