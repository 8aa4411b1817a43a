#!/bin/sh
# -d where -s was meant: packets to the attacker do not come in.
log() { printf '%s reject-destination: %s\n' "$(date '+%Y/%m/%d %H:%M:%S')" "$*" >> /var/ossec/logs/active-responses.log; }
IFS= read -r m
ip=$(printf '%s\n' "$m" | jq -r '.parameters.alert.data.srcip // empty')
case $ip in '' | 127.* | *[!0-9.]*) log 'no address'; exit 0 ;; esac
iptables -w -A INPUT -d "$ip" -j REJECT && log "rejects $ip"
