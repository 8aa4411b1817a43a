#!/bin/bash
WEBHOOK="https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"
LOG_FILE="/var/ossec/logs/active-responses.log"

read INPUT_JSON

if ! command -v jq > /dev/null || ! command -v curl > /dev/null; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') slack.sh: jq and curl are required" >> "$LOG_FILE"
    exit 1
fi

TEXT=$(echo "$INPUT_JSON" | jq -r '"*" + .parameters.alert.rule.description + "* on " + .parameters.alert.agent.name' 2>/dev/null)
if [ -z "$TEXT" ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') slack.sh: could not read the alert" >> "$LOG_FILE"
    exit 1
fi
PAYLOAD=$(jq -n --arg t ":rotating_light: $TEXT" '{text: $t, username: "wazuh"}')

curl -s -X POST -H 'Content-type: application/json' --data "$PAYLOAD" "$WEBHOOK"

if [ $? -eq 0 ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') slack.sh: message sent" >> "$LOG_FILE"
else
    echo "$(date '+%Y/%m/%d %H:%M:%S') slack.sh: message not sent" >> "$LOG_FILE"
fi
