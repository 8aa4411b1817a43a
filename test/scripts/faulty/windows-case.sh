#!/bin/bash
# Real agents write ipAddress with a small i.
IFS= read -r line
ip=$(jq -r '.parameters.alert.data.win.eventdata.IpAddress // empty' <<< "$line" 2>/dev/null)
if [ -z "$ip" ] || [ "$ip" = 127.0.0.1 ]; then
  echo "windows-case: nothing to note" >> /var/ossec/logs/active-responses.log
  exit 0
fi
echo "$ip" >> /var/ossec/etc/shared/guessers
echo "windows-case: noted $ip" >> /var/ossec/logs/active-responses.log
