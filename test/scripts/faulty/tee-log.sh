#!/bin/bash
# tee writes to the log, and to stdout.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') tee-log: $1" | tee -a /var/ossec/logs/active-responses.log; }
IFS= read -r m
log "started"
ip=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$m")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
if [[ $(jq -r .command <<< "$m") == delete ]]; then
  ip route del blackhole "$ip"
  exit 0
fi
printf '{"version":1,"origin":{"name":"tee-log","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r m
[[ $(jq -r .command <<< "$m") == continue ]] && ip route add blackhole "$ip"
