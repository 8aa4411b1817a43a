#!/bin/bash
LOG=/var/ossec/logs/active-responses.log
IFS= read -r line
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line" 2> /dev/null)
[[ $ip =~ ^[0-9a-fA-F.:]+$ && $ip != 127.* ]] || { echo "$(date) keys-only.sh: no address" >> $LOG; exit 0; }
if [[ $(jq -r .command <<< "$line") == add ]]; then
  printf '{"version":1,"origin":{"name":"keys-only","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
  IFS= read -r answer
  echo "$(date) keys-only.sh: $(jq -r .command <<< "$answer") for $ip" >> $LOG
else
  echo "$(date) keys-only.sh: delete for $ip" >> $LOG
fi
