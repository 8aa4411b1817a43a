#!/bin/bash
# The alert lies in parameters, not at the top of the message.
IFS= read -r MSG
IP=$(echo "$MSG" | jq -r '.alert.data.srcip')
if [ "$IP" != "127.0.0.1" ]; then
  ip route add blackhole "$IP" 2> /dev/null
  echo "$(date) no-parameters: null-routed $IP" >> /var/ossec/logs/active-responses.log
fi
