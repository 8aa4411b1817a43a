#!/bin/bash
log() { echo "only-add: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
if [[ $(jq -r .command <<< "$M" 2>/dev/null) != add ]]; then
  log 'nothing to do'
  exit 0
fi
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
printf '{"version":1,"origin":{"name":"only-add","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r M
[[ $(jq -r .command <<< "$M") == continue ]] || { log 'aborted'; exit 0; }
echo "ALL: $ip" >> /etc/hosts.deny
log "denied $ip"
