import { describe, expect, it } from 'vitest';
import { everybody, type Somebody, said } from './machine';

/** Numbers of add_key, request_key and keyctl. */
const calls = process.arch === 'x64' ? [248, 249, 250] : [217, 218, 219];

const perl = `my ($add, $request, $keyctl) = (${calls});
sub add { my ($name, $what, $ring) = @_; syscall($add, my $t = "user", $name, $what, length $what, $ring) }
sub found { my ($ring, $name) = @_; syscall($keyctl, 10, $ring, my $t = "user", $name, 0) }
`;

/** A keyring with a key in it that everybody who has the keyring may read; afterwards it holds that and nothing else. */
const keeper = `${perl}
syscall($keyctl, 1, my $ring = "probe") > 0 or exit 3;
my $key = add(my $own = "dry-run-own", my $secret = "secret", -3);
$key > 0 && syscall($keyctl, 5, $key, 0x3f3f3f3f) == 0 or exit 4;
system(@ARGV) == 0 or exit 5;
found(-3, $own) == $key && found(-3, my $planted = "dry-run-planted") < 0 or exit 6;
`;

/** What a script tries: to find the key by its name and its number, to read it, to leave one, to empty what it finds. */
const thief = `${perl}
my $buffer = "\\0" x 100;
for my $ring (-3, -4, -5) {
  my $key = found($ring, my $own = "dry-run-own");
  print "found\\n" if $key > 0;
  print "read $buffer\\n" if $key > 0 && syscall($keyctl, 11, $key, $buffer, 100) > 0;
  print "planted\\n" if add(my $planted = "dry-run-planted", my $what = "x", $ring) > 0;
  syscall($keyctl, 7, $ring);
}
print "asked\\n" if syscall($request, my $t = "user", my $own = "dry-run-own", 0, 0) > 0;
# Every key of this user has a number; nobody says which: those that /proc tells.
open(my $keys, '<', '/proc/keys');
while (<$keys>) { print "by number\\n" if syscall($keyctl, 11, hex((split)[0]), $buffer, 100) > 0 }
`;

const within = ({ words }: Somebody) => [...words, 'perl', '-e', keeper];

describe.each(everybody)('the keys of $name', (somebody) => {
  it('are neither found nor changed', async () => {
    const text = [
      `cat > /tmp/thief.pl << 'END'\n${thief}\nEND`,
      'perl /tmp/thief.pl',
      'grep -c -e dry-run -e probe /proc/keys; wc -c < /proc/key-users; echo tried',
    ].join('\n');
    expect(await said(somebody, { text }, { within })).toEqual(['0', '0', 'tried']);
  });
});
