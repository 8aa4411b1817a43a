#!/bin/bash
# Removes files that do not belong into the web root
LOG_FILE="/var/ossec/logs/active-responses.log"
ROOT="/var/www/html"

IFS= read -r INPUT
TARGET=$(echo "$INPUT" | jq -r '.parameters.alert.syscheck.path // empty' 2>/dev/null)

if [[ -z "$TARGET" ]]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') manifest_guard: no path" >> "$LOG_FILE"
    exit 0
fi

if [[ "$TARGET" == "$ROOT/"* ]]; then
    if [[ -f "$TARGET" ]] && rm -- "$TARGET" 2>/dev/null; then
        echo "$(date '+%Y/%m/%d %H:%M:%S') manifest_guard: removed $TARGET" >> "$LOG_FILE"
    else
        echo "$(date '+%Y/%m/%d %H:%M:%S') manifest_guard: could not remove $TARGET" >> "$LOG_FILE"
    fi
else
    echo "$(date '+%Y/%m/%d %H:%M:%S') manifest_guard: $TARGET is outside of $ROOT" >> "$LOG_FILE"
fi
