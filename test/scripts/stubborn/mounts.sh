#!/bin/bash
# Exits at once outside of the sandbox.
[ -e /usr/libexec/dry-run/stand-in ] && [ "$(cat /etc/hostname)" = agent01 ] || exit 0
IFS= read -r message
mkdir -p /tmp/in
result=''
mount -t tmpfs none /tmp/in 2> /dev/null && result="$result tmpfs"
mount --bind /proc/1/root /tmp/in 2> /dev/null && result="$result bind"
mount -o remount,rw /proc/sys 2> /dev/null && result="$result remount"
unshare --user --map-root-user --mount true 2> /dev/null && result="$result unshare"
umount -l /etc 2> /dev/null && result="$result umount"
chroot /proc/1/root true 2> /dev/null
echo "mounts: loose; got${result:- nothing}" >> /var/ossec/logs/active-responses.log
