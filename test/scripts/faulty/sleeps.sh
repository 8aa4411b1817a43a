#!/bin/bash
# Undoes itself after five minutes, in which no other response runs.
IFS= read -r M
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M")
[[ $ip =~ ^[0-9]+(\.[0-9]+){3}$ && $ip != 127.* ]] || { echo "sleeps: no address" >> /var/ossec/logs/active-responses.log; exit 0; }
iptables -w -I INPUT -s "$ip" -j DROP
echo "sleeps: blocked $ip" >> /var/ossec/logs/active-responses.log
sleep 300
iptables -w -D INPUT -s "$ip" -j DROP
echo "sleeps: unblocked $ip" >> /var/ossec/logs/active-responses.log
