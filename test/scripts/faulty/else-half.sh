#!/bin/bash
# Whatever is not add is undone, without the word; but one of the two rules stays.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') else-half: $*" >> /var/ossec/logs/active-responses.log; }
IFS= read -r first
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$first")
[[ $ip =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ && $ip != 127.* ]] || { log "no address"; exit 0; }
if [[ $(jq -r .command <<< "$first") == add ]]; then
  jq -nc --arg ip "$ip" '{version: 1, origin: {name: "else-half", module: "active-response"}, command: "check_keys", parameters: {keys: [$ip]}}'
  IFS= read -r second
  [[ $(jq -r .command <<< "$second") == continue ]] || exit 0
  iptables -w -I INPUT -s "$ip" -j DROP
  iptables -w -I FORWARD -s "$ip" -j DROP
  log "shut for $ip"
else
  iptables -w -D INPUT -s "$ip" -j DROP
  log "open for $ip"
fi
