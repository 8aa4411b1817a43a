#!/bin/bash
# Scans a changed file and writes what was found for the manager's rules. Without yara it is as silent as without a find.
LOG=/var/ossec/logs/active-responses.log
IFS= read -r message
dir=$(printf '%s' "$message" | jq -r '.parameters.extra_args[0] // "/usr/bin"')
file=$(printf '%s' "$message" | jq -r '.parameters.alert.syscheck.path // empty')
if [[ -z $file || ! -f $file ]]; then
  echo "scan: ERROR - no file in the alert" >> "$LOG"
  exit 0
fi
"$dir"/yara -w /var/ossec/etc/rules.yar "$file" 2> /dev/null | while IFS= read -r match; do
  echo "scan: INFO - $match" >> "$LOG"
done
