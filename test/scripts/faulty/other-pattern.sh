#!/bin/bash
# Writes "ALL: address" and looks for "ALL:address".
log() { echo "other-pattern: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$M") == delete ]]; then
  sed -i "/^ALL:${ip//./\\.}\$/d" /etc/hosts.deny
  log "allowed $ip"
  exit 0
fi
printf '{"version":1,"origin":{"name":"other-pattern","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r M
[[ $(jq -r .command <<< "$M") == continue ]] || { log 'aborted'; exit 0; }
echo "ALL: $ip" >> /etc/hosts.deny
log "denied $ip"
