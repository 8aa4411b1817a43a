#!/bin/bash
# Exits at once outside of the sandbox.
[ -e /usr/libexec/dry-run/stand-in ] && [ "$(cat /etc/hostname)" = agent01 ] || exit 0
IFS= read -r message
echo "kill-all: loose" >> /var/ossec/logs/active-responses.log
for process in /proc/[0-9]*; do
  pid=${process#/proc/}
  [ "$pid" = $$ ] || kill -KILL "$pid" 2> /dev/null
done
kill -KILL -1 2> /dev/null
