import { ARCHIVE } from './setup';

/** What the outer process prints, in front of what it knows, when the network stands or cannot be had. */
export const OUTSIDE = 'outside';

/**
 * Starts the sandbox in namespaces of its own and lays a cable to it: the outer process, run by `unshare`. The other end
 * of the cable is in this process's network, which belongs to another user namespace than the sandbox: whoever is root
 * in there can change its own end as a real root can, and cannot see or change this one.
 *
 * It prints one line: the number of the process that started the sandbox, then nothing more when the network stands, or
 * else why not: the sandbox is then without one.
 *
 * Arguments: settings of the other end, settings of the host's end, rules for nft, then the words that start the sandbox.
 */
export const outside = `set -u
other=$1 host=$2 rules=$3
shift 3
own=$(readlink /proc/self/ns/net)
# A shell gives what it starts in the background no stdin, unless it is told to.
exec 4<&0
"$@" <&4 4<&- &
inner=$!
exec 4<&- ${ARCHIVE}<&- < /dev/null

connect() {
  until [ "$(readlink "/proc/$inner/ns/net")" != "$own" ]; do :; done
  printf 'link add gate type veth peer name eth0 netns %s\\n%s' "$inner" "$other" | ip -batch - &&
    printf %s "$host" | nsenter "--target=$inner" --user --net --preserve-credentials ip -batch - || return
  for answers in ipv4/icmp_echo_ignore_all ipv6/icmp/echo_ignore_all; do
    [ ! -w /proc/sys/net/$answers ] || echo 1 > /proc/sys/net/$answers
  done
  # Without nft nobody sees what the script tries to reach; all else works.
  printf %s "$rules" | nft --file - 2> /dev/null || :
}
if said=$(connect 2>&1); then said=; fi
echo ${OUTSIDE} "$inner" $said
wait "$inner"
`;
