#!/bin/bash
log() { echo "two-rules: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$m")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
case $(jq -r .command <<< "$m") in
  add)
    printf '{"version":1,"origin":{"name":"two-rules","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
    IFS= read -r m
    [[ $(jq -r .command <<< "$m") == continue ]] || { log 'stopped'; exit 0; }
    iptables -w -I INPUT -s "$ip" -j DROP
    iptables -w -I FORWARD -s "$ip" -j DROP
    log "blocked $ip"
    ;;
  delete)
    iptables -w -D INPUT -s "$ip" -j DROP
    log "unblocked $ip"
    ;;
esac
