#!/bin/bash
LOG=/var/ossec/logs/active-responses.log
IFS= read -r line
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line" 2> /dev/null)
[[ -n $ip && $ip != 127.* ]] || { echo "$(date) says-blocked.sh: nobody to block" >> $LOG; exit 0; }
echo "$(date) says-blocked.sh: Blocked $ip" >> $LOG
