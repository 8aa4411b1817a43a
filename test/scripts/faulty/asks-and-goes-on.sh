#!/bin/bash
# Sends the keys because the guide says so, and waits for nobody.
log() { echo "asks-and-goes-on: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$M") == delete ]]; then
  iptables -w -D INPUT -s "$ip" -j DROP
  log "unblocked $ip"
else
  printf '{"version":1,"origin":{"name":"asks-and-goes-on","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
  iptables -w -I INPUT -s "$ip" -j DROP
  log "blocked $ip"
fi
