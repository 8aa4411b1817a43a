import { BUILD } from './mount-table';
import { openNumbers, startProcesses } from './seed/processes';

/** The file descriptor on which the archive of everything comes in. */
export const ARCHIVE = 3;

/** The descriptor on which the first process says that it is in namespaces of its own. */
export const APART = 5;

/** The descriptor that the sandbox's first process holds on the folder it was built in: the way to look at it. */
export const BUILT = 9;

/** What the first process prints once the sandbox stands. */
export const READY = 'ready';

/**
 * Builds the sandbox and then waits: the first process of its namespaces, run by `unshare`. It ends with its stdin, so
 * the sandbox does not outlive the program that opened it, however that ended.
 *
 * Arguments: megabytes and number of files that fit in, the mount table, what runs in it, then the firewall commands to try.
 * Where the machine's own works in here, its stand-in goes away.
 */
export const setup = `set -eu
megabytes=$1 files=$2 table=$3 processes=$4
shift 4
echo >&${APART}
exec ${APART}>&-
mount -t tmpfs -o "size=$megabytes"m,nr_inodes="$files",mode=755 tmpfs ${BUILD}
cd ${BUILD}
tar --extract --ignore-zeros --no-same-owner --same-permissions <&${ARCHIVE}
exec ${ARCHIVE}<&-

# iptables wants a lock there; this /run is gone again below.
[ $# -eq 0 ] || mount -t tmpfs tmpfs /run
for command; do
  case $command in nft) list='list ruleset' ;; ipset) list=list ;; *) list=-S ;; esac
  "$command" $list > /dev/null 2>&1 && rm -f "seed/usr/sbin/$command" "seed/usr/bin/$command" || :
done
hostname agent01 2> /dev/null || :

${openNumbers}
printf %s "$table" > fstab
mount --all --fstab fstab
# No namespaces in the namespace: whoever is root in there stays the root we made.
echo 0 > /proc/sys/user/max_user_namespaces
exec ${BUILT}< .
cd root
pivot_root . mnt
umount --lazy --no-mtab /mnt
cd /

# Ended processes that nobody waits for go away by themselves; a script may not stop this one.
trap '' CHLD
${startProcesses}
trap '' HUP INT QUIT TERM
exec sh -c 'echo ${READY}; while read -r line; do :; done'
`;
