#!/bin/bash
# keys is a text here, where execd wants a list.
log() { echo "key-no-list: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$m")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$m") == delete ]]; then
  sed -i "/^sshd: ${ip//./\\.}\$/d" /etc/hosts.deny
  log "removed $ip"
  exit 0
fi
jq -nc --arg ip "$ip" '{version: 1, origin: {name: "key-no-list", module: "active-response"}, command: "check_keys", parameters: {keys: $ip}}'
IFS= read -r m
[[ $(jq -r .command <<< "$m") == continue ]] || { log 'stopped'; exit 0; }
echo "sshd: $ip" >> /etc/hosts.deny
log "added $ip"
