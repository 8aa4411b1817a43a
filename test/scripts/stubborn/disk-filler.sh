#!/bin/bash
# Exits at once outside of the sandbox.
[ -e /usr/libexec/dry-run/stand-in ] && [ "$(cat /etc/hostname)" = agent01 ] || exit 0
IFS= read -r message
echo "disk-filler: loose" >> /var/ossec/logs/active-responses.log
for folder in /tmp /var/tmp /var/ossec/tmp /dev/shm /home /etc; do
  for number in 1 2 3 4; do
    head -c 200000000 /dev/zero > "$folder/filler-$number"
  done
done 2> /dev/null
