#!/bin/bash
# Locks the account under attack for the time of the timeout

LOG_FILE="/var/ossec/logs/active-responses.log"

IFS= read -r INPUT_JSON
USER_NAME=$(echo "$INPUT_JSON" | jq -r '.parameters.alert.data.dstuser // empty' 2>/dev/null)
COMMAND=$(echo "$INPUT_JSON" | jq -r '.command // empty' 2>/dev/null)

if [[ ! "$USER_NAME" =~ ^[a-z_][a-z0-9_-]*$ ]]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: no valid user in the alert" >> "$LOG_FILE"
    exit 0
fi
if ! getent passwd "$USER_NAME" > /dev/null; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: $USER_NAME is unknown here" >> "$LOG_FILE"
    exit 0
fi

if [ "$COMMAND" == "add" ]; then
    if usermod -L "$USER_NAME" 2>/dev/null; then
        echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: $USER_NAME locked" >> "$LOG_FILE"
    else
        echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: could not lock $USER_NAME" >> "$LOG_FILE"
    fi
elif [ "$COMMAND" == "delete" ]; then
    if usermod -U "$USER_NAME" 2>/dev/null; then
        echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: $USER_NAME unlocked" >> "$LOG_FILE"
    else
        echo "$(date '+%Y/%m/%d %H:%M:%S') lock_user: could not unlock $USER_NAME" >> "$LOG_FILE"
    fi
fi
