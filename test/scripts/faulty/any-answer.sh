#!/bin/bash
# Whatever the answer is, it is an answer.
log() { echo "any-answer: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$m")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
action=$(jq -r .command <<< "$m")
if [[ $action == add ]]; then
  printf '{"version":1,"origin":{"name":"any-answer","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
  IFS= read -r m
  if [[ -n $m ]]; then
    iptables -w -A INPUT -s "$ip" -j DROP && log "dropped $ip"
  fi
elif [[ $action == delete ]]; then
  iptables -w -D INPUT -s "$ip" -j DROP && log "undropped $ip"
fi
