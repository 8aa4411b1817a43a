#!/bin/bash
# Ends the sessions of an account that logged in after many failures.
exec 3>> /var/ossec/logs/active-responses.log || exec 3> /dev/null
IFS= read -r json
user=$(jq -r '.parameters.alert.data.dstuser // empty' <<< "$json" 2> /dev/null)
if [[ ! $user =~ ^[a-z_][a-z0-9_.-]*$ ]]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') end-sessions: no account in the alert" >&3
elif [[ $user == root || $(id -u -- "$user" 2> /dev/null || echo 0) -lt 1000 ]]; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') end-sessions: $user is a system account, or none" >&3
else
  pkill -KILL -u "$user" && result=ended || result='has none'
  echo "$(date '+%Y/%m/%d %H:%M:%S') end-sessions: sessions of $user: $result" >&3
fi
