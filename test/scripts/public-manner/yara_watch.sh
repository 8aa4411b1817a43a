#!/usr/bin/env bash
# Scans what FIM reports. Only reports, never removes.
AR_LOG=/var/ossec/logs/active-responses.log
RULES=/var/ossec/etc/yara/compiled.yarc

report() { echo "wazuh-yara: $1 - $2" >> "$AR_LOG"; }

IFS= read -r alert
if ! command -v jq > /dev/null 2>&1; then
  report ERROR "jq is not installed, nothing was scanned"
  exit 1
fi
if ! file=$(jq -er '.parameters.alert.syscheck.path' 2> /dev/null <<< "$alert"); then
  report ERROR "there is no path in the alert"
  exit 1
fi
if ! command -v yara > /dev/null 2>&1; then
  report ERROR "yara is not installed, $file was not scanned"
  exit 1
fi
if [[ ! -f $file || -L $file ]]; then
  report INFO "$file is no plain file (any more)"
  exit 0
fi

if ! matches=$(timeout 60 yara -C -w -f "$RULES" -- "$file" 2>&1 < /dev/null); then
  report ERROR "scan of $file failed: ${matches:0:200}"
  exit 1
fi
if [[ -z $matches ]]; then
  report INFO "no match: $file"
  exit 0
fi
while IFS= read -r match; do
  report INFO "Scan result: $match"
done <<< "$matches"
