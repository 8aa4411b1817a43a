#!/bin/sh
# read is right here; but echo of this shell turns \n and \\ into something else.
IFS= read -r MSG
IP=$(echo "$MSG" | jq -r '.parameters.alert.data.srcip // empty')
if [ -z "$IP" ]; then
  echo "dash-echo: no address" >> /var/ossec/logs/active-responses.log
  exit 0
fi
echo "$IP" >> /var/ossec/etc/shared/web-attackers
echo "dash-echo: noted $IP" >> /var/ossec/logs/active-responses.log
