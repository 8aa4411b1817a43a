#!/bin/bash
while read -t 10 line; do
  ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line")
  break
done
if [[ -n $ip ]]; then
  echo "$ip" >> /var/ossec/etc/shared/web-attackers
  echo "read-timeout: noted $ip" >> /var/ossec/logs/active-responses.log
else
  echo "read-timeout: nothing to note" >> /var/ossec/logs/active-responses.log
fi
