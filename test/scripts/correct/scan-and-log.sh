#!/bin/bash
# Scans a changed file and writes what was found for the manager's rules.
LOG=/var/ossec/logs/active-responses.log
log() { printf '%s scan: %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$1" >> "$LOG"; }
IFS= read -r message
for tool in jq yara; do
  command -v "$tool" > /dev/null || { log "ERROR - $tool is not installed"; exit 0; }
done
file=$(printf '%s' "$message" | jq -r '.parameters.alert.syscheck.path // empty' 2> /dev/null)
if [[ -z $file || ! -f $file ]]; then
  log 'ERROR - no file in the alert'
  exit 0
fi
found=$(timeout 60 yara -w /var/ossec/etc/rules.yar "$file") || log "ERROR - yara could not scan $file"
if [[ -n $found ]]; then
  while IFS= read -r match; do log "INFO - $match"; done <<< "$found"
else
  log "INFO - no rule matched $file"
fi
