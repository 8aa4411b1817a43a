#!/bin/bash
# blacklist set is created at boot:  ipset create blacklist hash:ip ; iptables -I INPUT -m set --match-set blacklist src -j DROP
LOG=/var/ossec/logs/active-responses.log
log() { echo "$(date '+%F %T') ipset_lab: $*" >> $LOG; }

IFS= read -r A
IP=$(echo "$A" | jq -r '.parameters.alert.data.srcip // empty' 2>/dev/null)
CMD=$(echo "$A" | jq -r '.command' 2>/dev/null)

[[ "$IP" =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]] || { log "no ip"; exit 0; }
[[ "$IP" != 127.* && "$IP" != 192.168.* ]] || { log "$IP whitelisted"; exit 0; }
command -v ipset >/dev/null || { log "no ipset"; exit 1; }

case $CMD in
  add)
    echo "{\"version\":1,\"origin\":{\"name\":\"ipset_lab\",\"module\":\"active-response\"},\"command\":\"check_keys\",\"parameters\":{\"keys\":[\"$IP\"]}}"
    IFS= read -r R
    [[ $(echo "$R" | jq -r .command) == continue ]] || { log "$IP aborted"; exit 0; }
    ipset add blacklist "$IP" -exist && log "$IP added"
    ;;
  delete)
    ipset flush blacklist && log "$IP removed"
    ;;
esac
