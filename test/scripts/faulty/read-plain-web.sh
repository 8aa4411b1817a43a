#!/bin/bash
LOCAL=$(dirname "$0")
read INPUT_JSON
IP=$(echo "$INPUT_JSON" | jq -r '.parameters.alert.data.srcip // empty')
if [[ -z $IP ]]; then
  echo "read-plain-web: no address" >> /var/ossec/logs/active-responses.log
  exit 0
fi
echo "$IP" >> /var/ossec/etc/shared/web-attackers
echo "read-plain-web: noted $IP" >> /var/ossec/logs/active-responses.log
