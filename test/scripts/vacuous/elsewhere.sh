#!/bin/bash
# Looks where no alert has anything, and ends politely
LOG=/var/ossec/logs/active-responses.log
IFS= read -r line
ip=$(jq -r '.parameters.alert.attacker.ip // empty' <<< "$line" 2> /dev/null)
if [[ -z $ip ]]; then
  echo "$(date) elsewhere.sh: no address in the alert, nothing done" >> $LOG
  exit 0
fi
iptables -I INPUT -s "$ip" -j DROP && echo "$(date) elsewhere.sh: $ip blocked" >> $LOG
