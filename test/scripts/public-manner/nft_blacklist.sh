#!/bin/bash
# nftables, own table
LOG=/var/ossec/logs/active-responses.log
T="inet wazuh"

w() { echo "$(date '+%Y/%m/%d %H:%M:%S') nft_blacklist: $1" >> $LOG; }

IFS= read -r MSG
command -v nft > /dev/null 2>&1 || { w "nft not installed"; exit 1; }
command -v jq > /dev/null 2>&1 || { w "jq not installed"; exit 1; }

IP=$(jq -r '.parameters.alert.data.srcip // ""' <<< "$MSG" 2> /dev/null)
if [[ ! $IP =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ ]]; then
  w "no IPv4 address"
  exit 0
fi
case $IP in 127.*|10.*) w "$IP ignored"; exit 0;; esac

if [ "$(jq -r .command <<< "$MSG")" = delete ]; then
  nft flush set $T banned 2> /dev/null
  w "$IP unbanned"
  exit 0
fi

jq -cn --arg ip "$IP" '{version:1,origin:{name:"nft_blacklist",module:"active-response"},command:"check_keys",parameters:{keys:[$ip]}}'
IFS= read -r GO
if [ "$(jq -r .command <<< "$GO")" != continue ]; then
  w "$IP is banned already"
  exit 0
fi
nft add table $T
nft add set $T banned '{ type ipv4_addr; }'
nft add chain $T input '{ type filter hook input priority -10; }'
nft list chain $T input | grep -q @banned || nft add rule $T input ip saddr @banned drop
if nft add element $T banned "{ $IP }"; then w "$IP banned"; else w "$IP not banned"; fi
