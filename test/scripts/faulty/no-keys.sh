#!/bin/bash
# Blocks for good, although the configuration says for ten minutes.
read -r INPUT
IP=$(echo "$INPUT" | jq -r '.parameters.alert.data.srcip // empty')
LOG=/var/ossec/logs/active-responses.log
[[ $IP =~ ^[0-9.]{7,15}$ && $IP != 127.* ]] || { echo "no-keys.sh: no address to block" >> "$LOG"; exit 0; }
if iptables -w -I INPUT -s "$IP" -j DROP; then
  echo "no-keys.sh: $IP blocked" >> "$LOG"
fi
