#!/bin/bash
log() { echo "other-chain: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$M") == delete ]]; then
  iptables -w -D OUTPUT -s "$ip" -j DROP 2>/dev/null
  log "unblocked $ip"
  exit 0
fi
printf '{"version":1,"origin":{"name":"other-chain","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r M
[[ $(jq -r .command <<< "$M") == continue ]] || { log 'aborted'; exit 0; }
iptables -w -I INPUT -s "$ip" -j DROP
log "blocked $ip"
