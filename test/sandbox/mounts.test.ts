import { describe, expect, it } from 'vitest';
import { everybody, said, within } from './machine';

/** What other machines have mounted, as lines of sh. Places that this one has not are made in a disk of memory over their parent. */
const machines: readonly (readonly [title: string, mounts: string])[] = [
  ['a container', 'for f in hosts resolv.conf hostname; do mount --bind /etc/passwd /etc/$f; done'],
  [
    'a disk of its own for logs',
    'mount -t tmpfs logs /var/log; mkdir /var/log/below; mount -t tmpfs more /var/log/below',
  ],
  [
    'a container host',
    'mount -t tmpfs docker /var/lib; mkdir -p /var/lib/docker/overlay2; mount -t tmpfs x /var/lib/docker/overlay2',
  ],
  [
    'a mount in /srv and one in /opt',
    'mount -t tmpfs srv /srv; mount -t tmpfs opt /opt; mkdir /srv/x; mount -t tmpfs x /srv/x',
  ],
  [
    'a mount among the libraries',
    'mount -t tmpfs -o nodev,nosuid modules /usr/lib/systemd; mount -t tmpfs x /usr/share/perl',
  ],
  [
    'a program that is mounted',
    'mount --bind /etc/passwd /usr/sbin/chpasswd; mount --bind /etc/hosts /usr/bin/uniq',
  ],
  ['/usr/local on a disk of its own', 'mount --bind /usr/local /usr/local'],
  [
    'a home and logs everywhere',
    'mount -t tmpfs home /home; mount -t tmpfs etc /etc/cron.d; mount -t tmpfs src /usr/local; mkdir /usr/local/bin',
  ],
];

const text = [
  'for c in awk sed grep tar bash sh ls cat; do command -v $c > /dev/null || echo no $c; done',
  'awk "BEGIN { print 1 }" && perl -e "print 2, qq(\\n)" && sort --version > /dev/null',
  'echo x > /usr/bin/new && echo x > /etc/new && echo x > /var/log/new && echo x > /usr/local/bin/new && echo written',
  'logger x && mkdir -p /var/log/below /srv/x && ls -A /var/log/below /srv/x | grep -v :',
  'rm /usr/bin/env && [[ ! -e /usr/bin/env ]] && echo gone',
].join('\n');

describe.each(everybody)('for $name', (somebody) => {
  it.each(machines)('there is a sandbox on a machine that has %s', async (_title, mounts) => {
    const lines = await said(somebody, { text }, { within: within(mounts) });
    expect(lines).toEqual(['1', '2', 'written', 'gone']);
  });

  it('what is mounted among the programs is not seen', async () => {
    const mounts =
      'mount -t tmpfs x /usr/share/perl; echo secret > /usr/share/perl/secret; mount --bind /etc/passwd /usr/sbin/chpasswd';
    const seen =
      'find /usr /run -name secret 2> /dev/null; cat /usr/sbin/chpasswd /run/machine/usr/sbin/chpasswd 2> /dev/null | grep -c root';
    expect(await said(somebody, { text: seen }, { within: within(mounts) })).toEqual(['0']);
  });
});
