#!/bin/bash
# Keeps the blocked addresses in one nftables set. Table, set and rule are made once and stay: empty, they do nothing.
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') nft-set: $1" >> /var/ossec/logs/active-responses.log; }
value() { jq -r "$1 // empty" 2> /dev/null; }

IFS= read -r msg
ip=$(value .parameters.alert.data.srcip <<< "$msg")
[[ $ip =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]] && [[ $ip != 127.* ]] || { log 'nothing to block'; exit 0; }

if [[ $(value .command <<< "$msg") == delete ]]; then
  nft delete element inet wazuh blocked "{ $ip }" 2> /dev/null && log "opened for $ip" || log "$ip was not blocked"
  exit 0
fi

printf '{"version":1,"origin":{"name":"nft-set","module":"active-response"},"command":"check_keys","parameters":{"keys":["%s"]}}\n' "$ip"
IFS= read -r msg
[[ $(value .command <<< "$msg") == continue ]] || { log "$ip is blocked already"; exit 0; }
if ! nft list table inet wazuh > /dev/null 2>&1; then
  nft add table inet wazuh
  nft add set inet wazuh blocked '{ type ipv4_addr; }'
  nft add chain inet wazuh input '{ type filter hook input priority -1; policy accept; }'
  nft add rule inet wazuh input ip saddr @blocked drop
fi 2> /dev/null
if nft add element inet wazuh blocked "{ $ip }" 2> /dev/null; then log "closed for $ip"; else log "could not close for $ip"; fi
