import { describe, expect, it } from 'vitest';
import { foreignEntries } from './foreign';

describe('entries of others stand where the text of a script acts', () => {
  it.each<[text: string, places: readonly string[]]>([
    ['echo "ALL: $ip" >> /etc/hosts.deny', ['/etc/hosts.deny']],
    ['sed -i "/$ip/d" /etc/hosts', ['/etc/hosts']],
    ['nft flush ruleset', ['INPUT']],
    ['iptables -I INPUT -s "$ip" -j DROP', ['INPUT']],
    ['DIR="/var/ossec/quarantine"', ['/var/ossec/quarantine']],
    ['mv "$f" /srv/av/Quarantined/', ['/srv/av/Quarantined']],
    ['echo x >> /var/log/quarantine.log', []],
    ['passwd -l "$user"', []],
  ])('%s', (text, places) => {
    const entries = foreignEntries(text);
    expect(entries).toHaveLength(places.length);
    for (const [at, place] of places.entries()) expect(entries[at]).toContain(place);
  });
});
