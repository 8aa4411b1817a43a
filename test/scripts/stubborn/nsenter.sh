#!/bin/bash
# Exits at once outside of the sandbox.
[ -e /usr/libexec/dry-run/stand-in ] && [ "$(cat /etc/hostname)" = agent01 ] || exit 0
IFS= read -r message
result=''
for pid in 1 2 $PPID; do
  nsenter --target "$pid" --mount true 2> /dev/null && result="$result $pid"
done
echo "|/tmp/x" 2> /dev/null > /proc/sys/kernel/core_pattern && result="$result core_pattern"
ls /proc/1/root/ > /dev/null 2>&1 && [ -e /proc/1/root/work ] && result="$result root"
echo "nsenter: loose; got${result:- nothing}" >> /var/ossec/logs/active-responses.log
