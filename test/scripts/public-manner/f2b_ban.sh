#!/bin/bash
# wazuh -> fail2ban

read INPUT
IP=$(echo "$INPUT" | jq -r '.parameters.alert.data.srcip')
LOG=/var/ossec/logs/active-responses.log

if ! command -v fail2ban-client >/dev/null 2>&1; then
  echo "$(date) f2b_ban: fail2ban-client not found" >> $LOG
  exit 1
fi
if [[ ! $IP =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "$(date) f2b_ban: no IP" >> $LOG
  exit 1
fi

if fail2ban-client set sshd banip "$IP" >/dev/null 2>&1; then
  echo "$(date) f2b_ban: $IP banned" >> $LOG
else
  echo "$(date) f2b_ban: $IP not banned" >> $LOG
fi
