#!/bin/bash
# Simple firewall block for the lab

LOG="/var/ossec/logs/active-responses.log"
IFS= read -r INPUT

CMD=$(echo "$INPUT" | jq -r '.command // empty' 2>/dev/null)
IP=$(echo "$INPUT" | jq -r '.parameters.alert.data.srcip // empty' 2>/dev/null)
if [ -z "$CMD" ] || [ -z "$IP" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: nothing to block" >> $LOG
  exit 0
fi
if [ "$IP" = "127.0.0.1" ]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: localhost" >> $LOG
  exit 0
fi
if ! command -v iptables >/dev/null; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: no iptables" >> $LOG
  exit 1
fi

if [ "$CMD" = "add" ]; then
  echo '{"version":1,"origin":{"name":"fw_block","module":"active-response"},"command":"check_keys","parameters":{"keys":["'"$IP"'"]}}'
  IFS= read -r ANSWER
  if [ "$(echo "$ANSWER" | jq -r .command)" != "continue" ]; then
    echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: aborted" >> $LOG
    exit 0
  fi
  iptables -I INPUT -s "$IP" -j DROP
  echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: $IP blocked" >> $LOG
elif [ "$CMD" = "delete" ]; then
  iptables -F INPUT
  echo "$(date '+%Y/%m/%d %H:%M:%S') fw_block: $IP unblocked" >> $LOG
fi
