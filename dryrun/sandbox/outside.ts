import { listAttempts } from './attempts';
import { listRules } from './rules';
import { APART, ARCHIVE, BUILT } from './setup';

/** What the outer process prints, in front of what it knows, when the network stands or cannot be had. */
export const CONNECTED = 'connected';

/** The descriptor whose end is the end of the sandbox. */
export const LIFE = 4;

/** Descriptors of the outer process alone. */
const [PIPE, HEARD] = [6, 7];

/**
 * Starts the sandbox in namespaces of its own, lays a cable to it, and then looks at it from outside when it is told to:
 * the outer process, run by `unshare` and bash. It stays with the machine's own programs; nothing in the sandbox has a part in what
 * it sees. The other end of the cable is in this process's network, which belongs to another user namespace than the
 * sandbox: whoever is root in there can change the host's end as a real root can, and cannot see or change this one.
 *
 * It prints one line first: the number of the process that started the sandbox, then nothing more when the network
 * stands, or else why not: the sandbox is then without one. After that it reads requests, one a line: a token, a verb,
 * its words. It prints what it was asked for, and on a line of its own the token.
 *
 * Arguments: settings of the other end, settings of the host's end, rules for nft, then the words that start the sandbox.
 */
export const outside = `set -u
other=$1 host=$2 rules=$3
shift 3
# A pipe, for the word that the sandbox is in namespaces of its own; its end without a word, where it is not.
exec ${PIPE}<> <(:)
exec ${HEARD}< /proc/self/fd/${PIPE} ${APART}> /proc/self/fd/${PIPE} ${PIPE}>&-
"$@" <&${LIFE} ${LIFE}<&- ${HEARD}<&- &
inner=$!
exec ${ARCHIVE}<&- ${LIFE}<&- ${APART}>&-

connect() {
  read -r -u ${HEARD} || return
  exec ${HEARD}<&-
  printf 'link add gate type veth peer name eth0 netns %s\\n%s' "$inner" "$other" | ip -batch - &&
    printf %s "$host" | nsenter "--net=/proc/$inner/ns/net" ip -batch - || return
  for answers in ipv4/icmp_echo_ignore_all ipv6/icmp/echo_ignore_all; do
    [ ! -w /proc/sys/net/$answers ] || echo 1 > /proc/sys/net/$answers
  done
  # Without nft nobody sees what the script tries to reach; all else works.
  printf %s "$rules" | nft --file - 2> /dev/null || :
}
if said=$(connect 2>&1); then said=; else
  nsenter "--net=/proc/$inner/ns/net" sh -c 'ip link set lo up || ifconfig lo up' 2> /dev/null || :
fi
echo ${CONNECTED} "$inner" $said

pack() {
  tar --create --format=posix --hard-dereference --xattrs --xattrs-include=user.overlay.opaque \\
    --directory "$up" "$@" 2> /dev/null
}
# files FIRST MOST: what was changed, as a tar archive of at most so many bytes; of what is more, the smallest.
files() {
  local up=/proc/$1/fd/${BUILT}/up size
  read -r size _ < <(du --summarize --bytes "$up" 2> /dev/null)
  if [ "$size" -lt "$2" ]; then pack .; else
    (cd "$up" && find . -printf '%s %p\\0' 2> /dev/null) | sort --zero-terminated --numeric-sort |
      cut --zero-terminated --delimiter=' ' --fields=2- | pack --null --no-recursion --files-from=-
  fi | head -c "$2"
}
${listRules}
# attempts: what the script tried to reach.
attempts() {
  ${listAttempts}
}
# attack SECONDS ADDRESS PORT: connects to the host.
attack() {
  timeout "$1" bash --norc -c ': > "/dev/tcp/$0/$1"' "$2" "$3" 2> /dev/null
}
while read -r token request; do
  $request
  printf '\\n%s\\n' "$token"
done
wait "$inner"
`;
