#!/bin/bash
# Says what it is going to do, to nobody, and is ended for it.
log() { echo "announces: $1" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$m")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { log 'no address'; exit 0; }
case $(jq -r .command <<< "$m") in
  delete)
    iptables -w -D INPUT -s "$ip" -j DROP 2> /dev/null
    log "unblocked $ip" ;;
  add)
    printf '{"version":1,"origin":{"name":"announces","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
    IFS= read -r m
    [[ $(jq -r .command <<< "$m") == continue ]] || { log 'stopped'; exit 0; }
    sleep 0.5
    echo "Blocking $ip"
    iptables -w -I INPUT -s "$ip" -j DROP
    log "blocked $ip" ;;
esac
