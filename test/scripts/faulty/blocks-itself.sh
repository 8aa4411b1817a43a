#!/bin/bash
# An attacker who writes 127.0.0.1 into a log line locks the host out of itself.
log() { echo "blocks-itself: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$M") == delete ]]; then
  iptables -w -D INPUT -s "$ip" -j DROP && log "unblocked $ip"
  exit 0
fi
printf '{"version":1,"origin":{"name":"blocks-itself","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r M
[[ $(jq -r .command <<< "$M") == continue ]] || { log 'aborted'; exit 0; }
iptables -w -I INPUT -s "$ip" -j DROP && log "blocked $ip"
