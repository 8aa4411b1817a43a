#!/bin/bash
# Asks a reputation service about the source address and writes its answer to the log. Stateless.
KEY_FILE=/var/ossec/etc/reputation.key
LOG=/var/ossec/logs/active-responses.log
say() { echo "$(date '+%Y/%m/%d %H:%M:%S') reputation: $*" >> "$LOG"; }

while IFS= read -r LINE; do
  break
done
IP=$(printf '%s\n' "$LINE" | jq -r '.parameters.alert.data.srcip // empty' 2> /dev/null)
if [[ -z $IP || ! $IP =~ ^[0-9a-fA-F.:]+$ ]]; then
  say "no address"
  exit 0
fi
KEY=$(cat "$KEY_FILE" 2> /dev/null)
SCORE=$(curl --silent --fail --max-time 8 --get "https://reputation.example.com/v2/check" \
  --header "Key: ${KEY:-none}" --data-urlencode "ip=$IP" 2> /dev/null | jq -r '.data.score // empty' 2> /dev/null)
say "$IP has the score ${SCORE:-unknown}"
