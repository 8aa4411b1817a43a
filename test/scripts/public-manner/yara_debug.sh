#!/bin/bash
LOG=/var/ossec/logs/active-responses.log
IFS= read -r ALERT

echo "wazuh-yara: DEBUG - received alert" | tee -a $LOG

TARGET=$(printf '%s' "$ALERT" | jq -r '.syscheck.path // empty')
RULES=/var/ossec/yara/rules.yar

if [ -z "$TARGET" ] || [ ! -f "$TARGET" ]; then
    echo "wazuh-yara: DEBUG - no file to scan" | tee -a $LOG
    exit 0
fi
if ! command -v yara >/dev/null 2>&1; then
    echo "wazuh-yara: ERROR - yara is not installed" >> $LOG
    exit 1
fi

OUT=$(yara -w "$RULES" "$TARGET" 2>&1)
if [ -n "$OUT" ]; then
    echo "wazuh-yara: INFO - Scan result: $OUT" >> $LOG
else
    echo "wazuh-yara: INFO - clean: $TARGET" >> $LOG
fi
