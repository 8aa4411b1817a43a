#!/bin/bash
# ntfy push message without jq
TOPIC="https://ntfy.example.org/wazuh"
LOG="/var/ossec/logs/active-responses.log"

IFS= read -r alert
HOST=$(echo "$alert" | sed 's/.*"name":"\([^"]*\)".*/\1/')
RULE=$(echo "$alert" | sed -n 's/.*"rule":{"level":[0-9]*,"description":"\([^"]*\)".*/\1/p')

if [ -z "$RULE" ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') sed_notify: no rule in the message" >> "$LOG"
    exit 1
fi

if command -v curl > /dev/null && curl -s --max-time 10 -o /dev/null -H "Title: wazuh on $HOST" -d "$RULE" "$TOPIC"; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') sed_notify: told about $HOST: $RULE" >> "$LOG"
else
    echo "$(date '+%Y/%m/%d %H:%M:%S') sed_notify: could not tell about $HOST: $RULE" >> "$LOG"
fi
