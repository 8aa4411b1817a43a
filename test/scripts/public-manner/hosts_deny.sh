#!/bin/bash
# TCP wrappers

FILE=/etc/hosts.deny
LOG=/var/ossec/logs/active-responses.log
IFS= read -r JSON

stamp() { date '+%Y/%m/%d %H:%M:%S'; }

IP=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$JSON" 2>/dev/null)
ACTION=$(jq -r '.command // empty' <<< "$JSON" 2>/dev/null)

if [[ -z "$IP" || ! "$IP" =~ ^[0-9a-fA-F.:]+$ ]]; then
    echo "$(stamp) hosts_deny: no address" >> "$LOG"
    exit 1
fi
if [[ "$IP" == 127.* || "$IP" == "::1" ]]; then
    echo "$(stamp) hosts_deny: $IP is allowed" >> "$LOG"
    exit 0
fi

if [[ "$ACTION" == "add" ]]; then
    printf '{"version":1,"origin":{"name":"hosts_deny","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
    IFS= read -r REPLY
    if [[ "$(jq -r .command <<< "$REPLY")" != "continue" ]]; then
        echo "$(stamp) hosts_deny: $IP aborted" >> "$LOG"
        exit 0
    fi
    echo "ALL: $IP" >> "$FILE"
    echo "$(stamp) hosts_deny: $IP denied" >> "$LOG"
elif [[ "$ACTION" == "delete" ]]; then
    sed -i "/^ALL:/d" "$FILE"
    echo "$(stamp) hosts_deny: $IP allowed again" >> "$LOG"
fi
