#!/bin/bash
# The appliance's own command, which is nowhere else
LOG=/var/ossec/logs/active-responses.log
IFS= read -r line
ip=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$line" 2> /dev/null)
if ! command -v acmefw > /dev/null; then
  echo "$(date '+%Y/%m/%d %H:%M:%S') no-tool.sh: acmefw is not installed" >> $LOG
  exit 1
fi
acmefw block "$ip" && echo "$(date '+%Y/%m/%d %H:%M:%S') no-tool.sh: $ip blocked" >> $LOG
