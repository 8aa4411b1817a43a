#!/bin/bash
# For both families: the tool follows the address.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') ip6tables.sh: $1" >> /var/ossec/logs/active-responses.log; }
field() { jq -r "$1 // \"\"" 2>/dev/null <<< "$MESSAGE"; }

IFS= read -r MESSAGE || exit 1
IP=$(field .parameters.alert.data.srcip)
if [[ $IP =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}$ ]]; then
  TOOL=iptables
elif [[ $IP =~ ^[0-9a-fA-F:]+$ && $IP == *:*:* ]]; then
  TOOL=ip6tables
else
  log 'no address'
  exit 0
fi
[[ $IP == 127.* || $IP == ::1 || $IP == fe80:* ]] && { log "$IP is on the allow list"; exit 0; }

if [[ $(field .command) == delete ]]; then
  $TOOL -w -D INPUT -s "$IP" -j DROP 2>/dev/null && log "removed $IP" || log "there was no rule for $IP"
  exit 0
fi

printf '{"version":1,"origin":{"name":"ip6tables","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$IP"
IFS= read -r MESSAGE
[[ $(field .command) == continue ]] || { log "$IP: told not to go on"; exit 0; }
$TOOL -w -I INPUT -s "$IP" -j DROP
log "added $IP"
