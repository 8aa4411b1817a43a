#!/bin/bash
log() { echo "key-none: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
case $(jq -r .command <<< "$M") in
  add)
    echo '{"version":1,"origin":{"name":"key-none","module":"active-response"},"command":"check_keys","parameters":{"keys":[]}}'
    IFS= read -r M
    [[ $(jq -r .command <<< "$M") == continue ]] || { log 'aborted'; exit 0; }
    ip route add blackhole "$ip" && log "routed away $ip"
    ;;
  delete) ip route del blackhole "$ip" && log "routed back $ip" ;;
esac
