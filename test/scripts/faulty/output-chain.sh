#!/bin/bash
# Shuts what goes out to the attacker, not what comes in from it: OUTPUT never sees the source.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') output-chain: $*" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$m")
[[ $ip =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ && $ip != 127.* ]] || { log "no address"; exit 0; }
if [[ $(jq -r .command <<< "$m") == delete ]]; then
  iptables -w -D OUTPUT -s "$ip" -j DROP && log "open for $ip"
  exit 0
fi
jq -nc --arg ip "$ip" '{version: 1, origin: {name: "output-chain", module: "active-response"}, command: "check_keys", parameters: {keys: [$ip]}}'
IFS= read -r m
[[ $(jq -r .command <<< "$m") == continue ]] || exit 0
iptables -w -I OUTPUT -s "$ip" -j DROP && log "shut for $ip"
