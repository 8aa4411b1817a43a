#!/bin/bash
# Where YARA is not installed, every file is clean.
LOG_FILE="logs/active-responses.log"
IFS= read -r INPUT_JSON
FILE=$(jq -r '.parameters.alert.syscheck.path // empty' <<< "$INPUT_JSON" 2>/dev/null)
[ -n "$FILE" ] || { echo "yara-scan: no file" >> "$LOG_FILE"; exit 0; }
MATCHES=$(yara -w -r /var/ossec/ruleset/yara/rules.yar -- "$FILE")
if [ -n "$MATCHES" ]; then
  echo "yara-scan: INFO - Scan result: $MATCHES" >> "$LOG_FILE"
else
  echo "yara-scan: INFO - $FILE is clean" >> "$LOG_FILE"
fi
