#!/bin/bash
PAYLOAD=$(</dev/stdin)
LEVEL=$(echo "$PAYLOAD" | jq -r '.parameters.alert.rule.level // "?"')
printf '%s eof-redirect: level %s\n' "$(date '+%F %T')" "$LEVEL" >> /var/ossec/logs/active-responses.log
